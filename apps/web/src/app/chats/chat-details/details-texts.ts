import { textsOf } from '../../language/texts';
import type { Words } from '../../language/words';

/** Every word of the third column. */
const english = {
  details: 'Details',
  close: 'Close',
  completeTo: (seq: string) => `Complete to #${seq}: nothing missing`,
  repairing: (seq: string) => `Complete to #${seq}: fetching the rest`,
  about: 'About',
  people: 'People',
  more: 'Show more',
  roles: { owner: 'owner', admin: 'admin', member: '', readonly: 'reader' },
  you: '(you)',
  invite: 'Invite by link',
  inviteHint: 'Whoever opens the link joins this chat. It holds for a week.',
  makeLink: 'Make a link',
  copyLink: 'Copy',
  copied: 'Link copied',
  notCopied: 'The browser does not allow copying here. Choose the link and copy it.',
  link: 'Invite link',
  addPeople: 'Add people',
  edit: 'Name and topic',
  settings: 'For me',
  mute: 'Mute',
  muteHint: 'It no longer counts as unread.',
  leave: 'Leave the chat',
  leaveTitle: (title: string) => `Leave ${title}?`,
  leaveText: 'You no longer see it, until somebody invites you again.',
  leaveAction: 'Leave',
  lastOwner: 'Make somebody else the owner first: by the menu beside their name.',
  hide: 'Hide the chat',
  hideTitle: 'Hide this chat?',
  hideText: 'It comes back with the next message.',
  hideAction: 'Hide',
  delete: 'Delete for everyone',
  deleteTitle: (title: string) => `Delete ${title}?`,
  deleteText: 'All its messages go, for everybody in it.',
  deleteAction: 'Delete',
  personMenu: (name: string) => `${name}: role and membership`,
  makeOwner: 'Make owner',
  makeAdmin: 'Make admin',
  makeMember: 'Make member',
  makeReadonly: 'Only reads',
  remove: 'Remove from the chat',
} as const;

export type DetailsTexts = Words<typeof english>;

export const detailsTexts = textsOf('details', english);
