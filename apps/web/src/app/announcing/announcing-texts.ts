import { textsOf } from '../language/texts';
import type { Words } from '../language/words';

/** Every word around what is said to everybody, or by moderators to one person. */
const english = {
  region: 'Announcements',
  dismiss: (text: string) => `Dismiss: ${text}`,
  warning: 'A moderator warns you.',
  mute: (until: string) => `A moderator keeps you from writing until ${until}.`,
  unmute: 'You may write again.',
  understood: 'Understood',
  exports: {
    ready: 'The archive of your data is ready.',
    failed: 'The archive of your data could not be made.',
  },
  open: 'Open',
} as const;

export type AnnouncingTexts = Words<typeof english>;

export const announcingTexts = textsOf('announcing', english);
