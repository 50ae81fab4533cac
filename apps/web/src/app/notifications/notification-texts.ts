import { textsOf } from '../language/texts';
import type { Words } from '../language/words';

/** Every word of what somebody is told of: the bell, its page, and notes of the desktop. */
const english = {
  title: 'Notifications',
  pageTitle: 'Notifications · Parley',
  bell: (count: number) => (count > 0 ? `Notifications, ${count} unread` : 'Notifications'),
  readAll: 'Mark all as read',
  more: 'Show more',
  unread: 'Unread',
  justNow: 'just now',
  emptyTitle: 'Nothing has happened yet',
  emptyHint: 'When somebody mentions you, answers you or calls in vain, you find it here.',
  offer: 'Be told on this device, too, while Parley is open in the background.',
  allow: 'Turn on',
  message: 'New message',
  kinds: {
    mention: 'You were mentioned',
    everyone: 'Everybody was called',
    reply: 'New reply',
    keyword: 'One of your words came up',
    reaction: 'New reaction',
    missed_call: 'Missed call',
    added: 'You were added to a chat',
  },
} as const;

export type NotificationTexts = Words<typeof english>;

export const notificationTexts = textsOf('notifications', english);
