import { textsOf } from '../../language/texts';
import type { Words } from '../../language/words';

/** Every word of how long messages are kept. */
const english = {
  all: 'All chats',
  days: 'Days that messages are kept',
  daysHint: 'Empty: for ever. What is older goes every night, for everybody and for good.',
  daysInvalid: 'Enter a whole number from 1 to 36500, or nothing.',
  save: 'Save',
  unchanged: 'Nothing is changed.',
  saved: 'Saved.',
  outdated:
    'Somebody else has changed the settings meanwhile. This is theirs; yours was not saved.',
  kept: (count: number) => (count === 1 ? 'for 1 day' : `for ${count} days`),
  forever: 'for ever',
  inherited: 'as in all chats',
  askTitle: (kept: string) => `Keep messages ${kept}?`,
  counting: 'Counting what would go…',
  goes: (what: string) => `In the next night this goes for good: ${what}.`,
  goesNow: (what: string) => `This goes now, for good: ${what}.`,
  mostOf: (chats: string) => `Most of it from: ${chats}.`,
  nothingGoes: 'Nothing is that old now.',
  what: (messages: string, files: string, size: string) => `${messages}, ${files}, ${size} in all`,
  messages: (count: number) => (count === 1 ? '1 message' : `${count} messages`),
  files: (count: number) => (count === 1 ? '1 file' : `${count} files`),
  chats: (count: number) => (count === 1 ? '1 chat' : `${count} chats`),
  rules: 'Chats with a time of their own',
  rulesHint: 'It holds for them before that of all chats.',
  add: 'Add a chat',
  chat: 'Chat',
  type: 'Kind',
  types: { group: 'Group', channel: 'Channel' },
  time: 'Kept',
  none: 'All chats keep their messages for the same time',
  noneHint: 'A group or channel may have another one.',
  ruleTitle: (chat: string) => `How long messages are kept: ${chat}`,
  newTitle: 'A time for one chat',
  find: 'Group or channel',
  findHint: 'The beginning of its name',
  noChat: 'No group or channel begins like that.',
  chosen: 'Chosen',
  inherit: 'As in all chats',
  next: 'Next',
  last: 'Last purge',
  never: 'None yet.',
  running: 'Under way…',
  done: (time: string, chats: string, what: string) => `${time}: ${what}, from ${chats}.`,
  failed: (time: string, error: string) => `${time}: not to its end. ${error}`,
  purge: 'Remove now',
  purgeTitle: 'Remove what is too old now?',
  purgeType: (word: string) => `Type “${word}” to confirm`,
  purgeWord: 'remove',
  purgeMistyped: (word: string) => `Type ${word}.`,
} as const;

export type RetentionTexts = Words<typeof english>;

export const retentionTexts = textsOf('retention', english);
