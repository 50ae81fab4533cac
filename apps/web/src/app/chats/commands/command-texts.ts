import { textsOf } from '../../language/texts';
import type { Words } from '../../language/words';

/** Every word of what can be done from anywhere. */
const english = {
  newChat: 'New chat',
  browse: 'Browse channels',
  markAllRead: 'Mark all as read',
  keys: 'Keyboard shortcuts',
  directory: 'Directory',
  search: 'Find messages',
  settings: 'All settings',
  console: 'Console of the workspace',
  theme: {
    system: 'Look: as the device',
    light: 'Look: light',
    dark: 'Look: dark',
    contrast: 'Look: high contrast',
  },
  install: 'Install Parley',
  signOut: 'Sign out',
  signOutTitle: 'Sign out?',
  signOutHint: (count: number) =>
    count === 1
      ? '1 message is not sent yet and would be lost.'
      : `${count} messages are not sent yet and would be lost.`,
  signOutAnyway: 'Sign out and lose them',
} as const;

export type CommandTexts = Words<typeof english>;

export const commandTexts = textsOf('commands', english);
