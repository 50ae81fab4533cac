import { textsOf } from '../../language/texts';
import type { Words } from '../../language/words';

/** Every word of what is set of the workspace. */
const english = {
  workspace: 'Workspace',
  name: 'Name of the workspace',
  nameHint: (server: string) => `Empty: as the server is configured, ${server}.`,
  accounts: 'Accounts',
  registration: 'Who makes an account',
  registrations: {
    open: { label: 'Everybody', hint: 'Whoever reaches this server.' },
    invitation: { label: 'Only who is invited', hint: 'By a link of a chat that still works.' },
    closed: { label: 'Nobody', hint: 'Who has an account signs in as before.' },
  },
  chats: 'Chats',
  channelsBy: 'Who makes channels',
  groupsBy: 'Who makes groups',
  founders: {
    everybody: 'Everybody who may by their role',
    moderators: 'Moderators and admins',
    admins: 'Admins',
  },
  messages: 'Messages',
  editWindow: 'How long authors edit',
  deleteWindow: 'How long authors delete for everyone',
  asServer: (words: string) => `As the server: ${words}`,
  never: 'never',
  always: 'without end',
  files: 'Files',
  maxFile: 'Largest file, MB',
  quota: 'Files of one person, MB',
  sizeHint: (server: string) => `Empty: as much as the server takes, ${server}.`,
  unlimited: 'without limit',
  sizeInvalid: 'Enter a number above 0, or nothing.',
  sizeTooLarge: (most: string) => `This server takes ${most} at most.`,
  reason: 'Why',
  reasonHint: 'Kept in the audit log. May stay empty.',
  save: 'Save',
  unchanged: 'Nothing is changed.',
  saved: 'Saved. It holds everywhere from now on.',
  outdated:
    'Somebody else has changed the settings meanwhile. These are theirs; nothing of yours was saved.',
} as const;

export type WorkspaceTexts = Words<typeof english>;

export const workspaceTexts = textsOf('workspace', english);
