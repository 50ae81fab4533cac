import { textsOf } from '../../language/texts';
import type { Words } from '../../language/words';

/** Every word of the sheet of keys. */
const english = {
  title: 'Keyboard shortcuts',
  mod: { mac: '⌘', other: 'Ctrl' },
  alt: { mac: '⌥', other: 'Alt' },
  names: {
    ArrowUp: '↑',
    ArrowDown: '↓',
    Enter: 'Enter',
    Escape: 'Esc',
    Shift: 'Shift',
  } as Readonly<Record<string, string>>,
  groups: {
    shell: 'Everywhere',
    list: 'In the list of chats',
    writing: 'While writing',
    calls: 'In a call',
  },
  keys: {
    find: 'Find a chat, a person, a channel or a command',
    previousChat: 'The chat above',
    nextChat: 'The chat below',
    previousUnread: 'The unread chat above',
    nextUnread: 'The unread chat below',
    settings: 'Settings',
    keys: 'These shortcuts',
    close: 'Close what is open',
    row: 'The next row',
    rowMenu: 'Menu of the chat',
    raise: 'Move a favourite up',
    lower: 'Move a favourite down',
    send: 'Send',
    newLine: 'New line',
    editLast: 'Change the last message, in an empty field',
    bold: 'Bold',
    italic: 'Italic',
    link: 'A link, of what is chosen',
    toCall: 'To the call, from anywhere',
    mute: 'Mute, or be heard again',
    camera: 'Camera on or off',
    hand: 'Raise or lower your hand, in a group',
    minimise: 'Back to the chats',
  },
} as const;

export type ShortcutTexts = Words<typeof english>;

export const shortcutTexts = textsOf('shortcuts', english);
