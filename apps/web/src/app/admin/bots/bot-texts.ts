import { textsOf } from '../../language/texts';
import type { Words } from '../../language/words';

/** Every word of bots. */
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
  noTokens: 'It has no token, so it cannot do anything.',
} as const;

export type BotTexts = Words<typeof english>;

export const botTexts = textsOf('bots', english);
