/** Keys of single places, which act on them by themselves; the specs try each one there. */
export const otherKeys = {
  list: {
    row: 'ArrowDown',
    rowMenu: 'Shift+F10',
    raise: 'Mod+Shift+ArrowUp',
    lower: 'Mod+Shift+ArrowDown',
  },
  writing: {
    send: 'Enter',
    newLine: 'Shift+Enter',
    editLast: 'ArrowUp',
    bold: 'Mod+b',
    italic: 'Mod+i',
    link: 'Mod+k',
    close: 'Escape',
  },
  calls: {
    toCall: 'Alt+c',
    mute: 'm',
    camera: 'v',
    hand: 'h',
    minimise: 'Escape',
  },
} as const;
