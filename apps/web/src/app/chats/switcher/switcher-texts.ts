import { textsOf } from '../../language/texts';
import type { Words } from '../../language/words';

/** Every word of the quick switcher. */
const english = {
  title: 'Find or jump to',
  placeholder: 'Chats, people, commands',
  results: 'Results',
  sections: {
    recent: 'Recent',
    chats: 'Chats',
    people: 'People',
    channels: 'Channels to join',
    commands: 'Commands',
    messages: 'Messages',
  },
  searchFor: (query: string) => `Search messages for “${query}”`,
  searching: 'Searching…',
  nothing: (query: string) => `Nothing fits “${query}”`,
  nothingHint: 'Try fewer letters, or the name in other words.',
  onlyKnown: 'Offline: only what this device knows.',
  join: 'Join',
  people: (count: number) => (count === 1 ? '1 person' : `${count} people`),
  keys: { enter: 'Enter', escape: 'Esc' },
  hints: { choose: 'choose', open: 'open', close: 'close', search: 'search messages' },
} as const;

export type SwitcherTexts = Words<typeof english>;

export const switcherTexts = textsOf('switcher', english);
