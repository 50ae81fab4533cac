/** How many bytes texts take together, as UTF-8. */
export const textBytes = (items: readonly { readonly text: string }[]): number =>
  items.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
