import { textsOf } from '../../language/texts';
import type { Words } from '../../language/words';

/** Every word about reactions and pinned messages. */
const english = {
  react: 'React',
  reactions: 'Reactions',
  others: (count: number) => (count === 1 ? '1 other' : `${count} others`),
  pin: 'Pin for everybody',
  unpin: 'Unpin',
  pinnedBy: (name: string) => `Pinned by ${name}`,
  pinned: 'Pinned',
  noPinsTitle: 'Nothing is pinned',
  noPins: 'What everybody should find again can be pinned by its menu.',
  morePins: 'Show more',
  callAllTitle: (count: number) => (count === 1 ? 'Tell 1 person?' : `Tell ${count} people?`),
  callAll: (call: string) => `${call} mentions everybody in this chat.`,
  send: 'Send',
} as const;

export type SignsTexts = Words<typeof english>;

export const signsTexts = textsOf('signs', english);
