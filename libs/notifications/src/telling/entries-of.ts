import type { NotifyCause } from '@app/chat-state';
import type { Message, NotificationKind, UserId } from '@app/contracts';
import { reactionIdOf, type Entry } from '../list/notification.schema.js';

/** Characters of a message that a list shows. */
const shownLength = 200;

/** How the list calls a cause; what is not in it stands in no list. */
const kinds: Readonly<Partial<Record<NotifyCause, NotificationKind>>> = {
  mention: 'mention',
  reply: 'reply',
  channel: 'everyone',
  here: 'everyone',
  keyword: 'keyword',
  added: 'added',
  missed_call: 'missed_call',
};

/** One for a message and a person: told twice, or as something else, it is the same. */
export const entryIdOf = ({ id }: Pick<Message, 'id'>, userId: UserId) => `${id}:${userId}`;

/** Undefined where the list has no place for it. */
export function entryOf(message: Message, userId: UserId, cause: NotifyCause): Entry | undefined {
  const kind = kinds[cause];
  if (!kind) return undefined;
  const { id, chatId, seq, senderId, text, createdAt } = message;
  return {
    id: entryIdOf(message, userId),
    userId,
    kind,
    chatId,
    messageId: id,
    seq,
    fromId: senderId,
    text: beginningOf(text),
    createdAt,
  };
}

/** What others make of a message, for its author: one for each of them. `at`: ISO 8601. */
export function reactionsTo(message: Message, at: string): Entry[] {
  const { id, chatId, seq, senderId, text, reactions = [] } = message;
  const first = new Map<UserId, string>();
  for (const { emoji, userIds } of reactions)
    for (const userId of userIds) if (!first.has(userId)) first.set(userId, emoji);
  first.delete(senderId);
  return [...first].slice(-shownReactions).map(([fromId, emoji]) => ({
    id: reactionIdOf(message, fromId),
    userId: senderId,
    kind: 'reaction',
    chatId,
    messageId: id,
    seq,
    fromId,
    text: beginningOf(text),
    emoji,
    createdAt: at,
  }));
}

/** Of more people who reacted to one message, a list has no more. */
const shownReactions = 50;

/** No half of a character at its end. */
export function beginningOf(text: string, length = shownLength): string {
  return text.length <= length ? text : `${text.slice(0, length - 1).toWellFormed()}…`;
}
