import { textsOf } from '../../language/texts';
import type { Words } from '../../language/words';

/** Every word of bots, and of the tokens that they speak by. */
const english = {
  bot: 'Bot',
  state: 'State',
  made: 'Made',
  make: 'Make a bot',
  makeHint:
    'A bot is a program with a name of its own. It has no password: it speaks by tokens alone.',
  name: 'Name',
  nameMissing: 'Give it a name.',
  username: 'Username',
  usernameHint: 'Mentions lead to it. It stays as it is.',
  usernameInvalid: 'Letters, digits, dots, dashes; 32 at most.',
  usernameTaken: 'Somebody has this username.',
  none: 'There is no bot yet',
  noneHint: 'Make one for a program that writes here by itself.',
  tokens: 'Tokens',
  noTokens: 'It has no token, so it cannot do anything.',
  created: (day: string) => `made ${day}`,
  used: (ago: string) => `used ${ago}`,
  unused: 'never used',
  expires: (day: string) => `ends ${day}`,
  expired: (day: string) => `ended ${day}`,
  revoke: 'Revoke',
  revokeOf: (name: string) => `Revoke: ${name}`,
  revokeTitle: (name: string) => `Revoke the token: ${name}?`,
  revokeText:
    'It is refused at once, everywhere, and what is connected by it is cut off. There is no way back: its program needs another token.',
  revokeUsed: (when: string) => `Last used: ${when}.`,
  revokeUnused: 'It was never used.',
  newToken: 'New token',
  tokenName: 'What it is for',
  scopes: 'What it may do',
  scopesMissing: 'Choose one thing at least.',
  expiry: 'Ends',
  expiries: { never: 'Never', month: 'In 30 days', quarter: 'In 90 days', year: 'In a year' },
  makeToken: 'Make the token',
  token: 'The token',
  tokenHint: 'Shown only this once. Whoever has it can do what it may do.',
  copy: 'Copy',
  copied: 'Copied',
  tooMany: 'It has as many tokens as it may have. Revoke one first.',
  mayDo: {
    'users:read': 'Read people',
    'users:write': 'Change its profile, block and report people',
    'chats:read': 'Read its chats and their members',
    'chats:write': 'Create, change, join and leave chats',
    'messages:read': 'Read messages',
    'messages:write': 'Send, edit and delete messages',
    'files:read': 'Read files',
    'files:write': 'Upload files',
    'search:read': 'Search',
    'calls:read': 'Read which calls there are',
    'calls:write': 'Take part in calls',
    'notifications:read': 'Read what it was told of',
    'notifications:write': 'Change how it is told of things',
    'events:read': 'Hear what happens, as it happens',
  },
} as const;

export type BotTexts = Words<typeof english>;

export const botTexts = textsOf('bots', english);
