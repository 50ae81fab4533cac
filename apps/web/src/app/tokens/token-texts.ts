import { textsOf } from '../language/texts';
import type { Words } from '../language/words';

/** Every word of the tokens by which programs speak: those of bots, and one's own. */
const english = {
  tokens: 'Tokens',
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
  nameMissing: 'Give it a name.',
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
  tooMany: 'There are as many tokens as there may be. Revoke one first.',
  mayDo: {
    'users:read': 'Read people',
    'users:write': 'Change the profile, block and report people',
    'chats:read': 'Read chats and their members',
    'chats:write': 'Create, change, join and leave chats',
    'messages:read': 'Read messages',
    'messages:write': 'Send, edit and delete messages',
    'files:read': 'Read files',
    'files:write': 'Upload files',
    'search:read': 'Search',
    'calls:read': 'Read which calls there are',
    'calls:write': 'Take part in calls',
    'notifications:read': 'Read notifications',
    'notifications:write': 'Change notifications',
    'events:read': 'Hear what happens, as it happens',
    'admin:read': 'Read what administrators read',
    'admin:write': 'Do what administrators do',
  },
} as const;

export type TokenTexts = Words<typeof english>;

export const tokenTexts = textsOf('tokens', english);

/** What a token may be for, as far as there are words for it. */
export const namedScopes = Object.keys(tokenTexts.mayDo) as (keyof TokenTexts['mayDo'])[];
