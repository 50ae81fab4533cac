import { textsOf } from '../language/texts';
import type { Words } from '../language/words';

/** Every word about the app as a thing that a browser keeps. */
const english = {
  newVersion: 'A new version of Parley is here.',
  brokenVersion: 'This version of Parley is no longer complete. What you wrote is kept.',
  reload: 'Reload',
  notKept: {
    off: 'This browser keeps nothing for Parley. What you write is sent as long as this page stays open.',
    full: 'This device has no room left. What you write is sent as long as this page stays open.',
  },
  shareTitle: 'Send to…',
  shareHint: 'It waits in the composer until you send it.',
  shareFilter: 'Find a chat',
  shareNobody: 'No chat of that name',
} as const;

export type InstallationTexts = Words<typeof english>;

export const installationTexts = textsOf('installation', english);
