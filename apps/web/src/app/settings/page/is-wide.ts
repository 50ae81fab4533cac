/** The list and a section stand beside each other: as wide as the sheets of the page say, too. */
export const isWide = (): boolean => matchMedia('(min-width: 700px)').matches;
