import type { SendKey } from '../../preferences/preferences';

/** What Enter does while one writes, by what the person has chosen in the settings. */
export const enterKeys = {
  enter: { send: 'Enter', newLine: 'Shift+Enter' },
  'mod-enter': { send: 'Mod+Enter', newLine: 'Enter' },
} as const satisfies Record<SendKey, object>;

/** Keys of single places, which act on them by themselves; the specs try each one there. */
export const otherKeys = {
  list: {
    row: 'ArrowDown',
    rowMenu: 'Shift+F10',
    raise: 'Mod+Shift+ArrowUp',
    lower: 'Mod+Shift+ArrowDown',
  },
  writing: {
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
