import type { ChatId, Notification } from '@app/contracts';
import { mira, NOON } from '../../chats/testing/builders';

/** Mira mentions Ada, so many minutes after noon. */
export function aNotification(minute: number, about: Partial<Notification> = {}): Notification {
  return {
    id: `m${minute}:ada`,
    kind: 'mention',
    chatId: 'c1' as ChatId,
    seq: minute,
    fromId: mira.id,
    text: `@ada, this is ${minute}`,
    createdAt: new Date(NOON.getTime() + minute * 60_000).toISOString(),
    isRead: false,
    ...about,
  };
}
