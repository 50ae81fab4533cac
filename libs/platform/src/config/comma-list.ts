/** What is said between commas, without what is empty. */
export const commaList = (said: string): string[] =>
  said
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
