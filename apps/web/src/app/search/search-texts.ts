import { textsOf } from '../language/texts';
import type { Words } from '../language/words';

/** Every word of the search. */
const english = {
  title: 'Search',
  pageTitle: 'Search · Parley',
  field: 'Search messages, files and people',
  placeholder: 'Words, or "words in a row"',
  narrow: 'Be more exact',
  takeOut: 'Take this out',
  parts: {
    from: 'Said by somebody',
    in: 'In a chat',
    mentions: 'That mentions somebody',
    link: 'With a link',
    file: 'With a file',
    image: 'With a picture',
    pinned: 'Pinned',
    before: 'Before a day',
    after: 'After a day',
    not: 'Without a word',
  },
  order: 'Order',
  orders: { newest: 'Newest', best: 'Best match' },
  inChat: (chat: string) => `Only in ${chat}`,
  everywhere: 'Search everywhere',
  save: 'Save this search',
  unsave: 'Do not keep this search',
  saved: 'Saved searches',
  recent: 'Recent searches',
  clear: 'Clear',
  startTitle: 'Find anything you may read',
  startHint: 'Type a word, or a part of one. With a phrase in quotation marks it stands as it is.',
  nothing: (query: string) => `Nothing fits “${query}”`,
  nothingHint: 'Try fewer words, or others. Only what you may read is found.',
  searching: 'Searching…',
  more: 'Show more',
  behind: 'Older messages are still being read for the first time. Some may be missing.',
  away: 'Not everything could be searched just now.',
  files: 'Files',
  messages: 'Messages',
  noWords: 'No words',
  notes: 'Notes to self',
  at: (place: string, complaint: string) => `At character ${place}: ${complaint}`,
  complaints: {
    unclosed_quote: 'this quotation mark has no second one.',
    empty_value: 'something is missing behind the colon.',
    unknown_has: 'it takes link, file, image, video, audio, voice or reaction.',
    unknown_is: 'it takes pinned, edited or reply.',
    not_on: 'what was sent on a day is left out by before: and after:.',
    bad_date: 'a date is written as 2026, 2026-11 or 2026-11-29.',
    nothing_to_find: 'say what is to be found, too, not only what is not.',
    too_many_parts: 'these are too many parts.',
    too_long: 'from here on it is too long. Take something out.',
    unknown_person: 'there is nobody of this name.',
    unknown_chat: 'you are in no chat of this name.',
  },
} as const;

export type SearchTexts = Words<typeof english>;

export const searchTexts = textsOf('search', english);
