/** Keys of single places, which act on them by themselves; the spec tries each one there. */
export const otherKeys = {
  writing: {
    send: 'Enter',
    newLine: 'Shift+Enter',
    editLast: 'ArrowUp',
    bold: 'Mod+b',
    italic: 'Mod+i',
    link: 'Mod+k',
    close: 'Escape',
  },
} as const;
