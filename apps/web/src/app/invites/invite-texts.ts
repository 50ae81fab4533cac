import { textsOf } from '../language/texts';
import type { Words } from '../language/words';

/** Every word of the page behind an invite link. */
const english = {
  pageTitle: 'Invitation · Parley',
  title: 'You are invited',
  loading: 'Looking up the invitation…',
  by: (inviter: string, chat: string) => `${inviter} invites you to ${chat}`,
  members: (count: number) => (count === 1 ? '1 person' : `${count} people`),
  join: 'Join the chat',
  signIn: 'Sign in to join',
  register: 'Create an account',
  goneTitle: 'This invitation is over',
  goneHint: 'It has expired, was used up or taken back. Ask for a new one.',
  unknownTitle: 'No such invitation',
  unknownHint: 'Check the link: a part of it may be missing.',
  failedTitle: 'The invitation cannot be shown',
  tryAgain: 'Try again',
  toChats: 'To the chats',
} as const;

export type InviteTexts = Words<typeof english>;

export const inviteTexts = textsOf('invites', english);
