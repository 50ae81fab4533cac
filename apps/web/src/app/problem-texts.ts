import { textsOf } from './language/texts';
import type { Words } from './language/words';

/** What went wrong, for a person: what happened, and what they can do. */
const english = {
  codes: {
    unauthenticated: 'You are signed out. Sign in again.',
    token_expired: 'You are signed out. Sign in again.',
    forbidden: 'You may not do this here.',
    insecure_transport:
      'Signing in works by HTTPS only. Open the address that starts with https://.',
    not_member: 'You are not in this chat.',
    blocked: 'One of you has blocked the other.',
    muted: 'A moderator keeps you from writing for a while.',
    not_found: 'This does not exist, or not any more.',
    gone: 'This is no longer here.',
    conflict: 'This is taken already.',
    edit_window_closed: 'It is too late to edit this.',
    delete_window_closed: 'It is too late to delete this for everyone.',
    precondition_failed: 'It was changed on another device meanwhile.',
    idempotency_conflict: 'This was sent before with another text.',
    payload_too_large: 'This is too large.',
    unsupported_media_type: 'This kind of file is not accepted.',
    malware_found: 'The virus scanner refuses this file.',
    quota_exceeded: 'There is no room left for your files.',
    storage_full: 'There is no room left for files.',
    file_lost: 'The browser does not have this file any more. Choose it again.',
    validation_failed: 'This is not accepted as it is.',
    service_unavailable: 'A part of the system is away. Try again in a moment.',
    draining: 'The server is restarting. Try again in a moment.',
  },
  other: 'Something went wrong on our side. Try again.',
  offline: 'No connection to the server. Try again.',
  notLoaded: 'This did not load. Check the connection, or load the page anew.',
  /** What a person misses while a service does not answer. */
  parts: {
    auth: 'Signing in and out',
    users: 'Profiles and the search for people',
    access: 'Chats',
    chats: 'The chat list',
    members: 'The list of members',
    invites: 'Invitations',
    reads: 'What is read',
    messages: 'Messages',
    files: 'Files',
    storage: 'Files',
    scanner: 'Files',
  },
  away: (part: string) => `${part}: away for now. The rest works; try again in a moment.`,
  wait: (seconds: number) =>
    `Too many tries. Wait ${seconds === 1 ? '1 second' : `${seconds} seconds`}.`,
} as const;

export type ProblemTexts = Words<typeof english>;

export const problemTexts = textsOf('problems', english);
