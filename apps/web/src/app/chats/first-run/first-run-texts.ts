import { textsOf } from '../../language/texts';
import type { Words } from '../../language/words';

/** Every word of the first minutes. */
const english = {
  title: (workspace: string, name: string) => `Welcome to ${workspace}, ${name}`,
  hint: 'A few things to begin with. Each of them is there later, too.',
  notes: 'Write a note to yourself',
  notesHint: 'Only you see it, on all your devices.',
  channel: (name: string) => `Say hello in ${name}`,
  channelHint: 'Everybody here is in it.',
  browse: 'Look around the channels',
  browseHint: 'And join what you like.',
  invite: 'Invite people',
  inviteHint: 'Copies a link that lets them in.',
  inviteDone: 'The link is copied. Send it to whom you like.',
  inviteByHand: (link: string) => `Copy this link: ${link}`,
  install: 'Install as an app',
  installHint: 'With a window and a badge of its own.',
  close: 'Got it',
} as const;

export type FirstRunTexts = Words<typeof english>;

export const firstRunTexts = textsOf('firstRun', english);
