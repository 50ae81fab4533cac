import type {
  ChatId,
  Message,
  MessageId,
  Notification,
  NotificationKind,
  UserId,
} from '@app/contracts';
import { Schema } from 'mongoose';

/** An entry of somebody's list. */
export interface Entry extends Omit<Notification, 'isRead'> {
  readonly userId: UserId;
}

/** `_id`: made of what it is about and for whom, so that it cannot be there twice. */
export interface NotificationDocument {
  _id: string;
  userId: UserId;
  kind: NotificationKind;
  chatId: ChatId;
  messageId?: MessageId;
  seq: number;
  fromId: UserId;
  text: string;
  emoji?: string;
  createdAt: Date;
  /** Of a reaction: how far its chat was read when it came; marks up to there read it not. */
  unreadAfter?: number;
  /** `<userId>:<createdAt>:<_id>`: somebody's list is a range of it. */
  place: string;
  /** The person and the chat, as long as it is unread: what is counted, and what a mark reads. */
  unreadBy: UserId | null;
  unreadIn: string | null;
}

const text = { type: String, required: true };

export const notificationSchema = new Schema<NotificationDocument>({
  _id: text,
  userId: text,
  kind: text,
  chatId: text,
  messageId: String,
  seq: { type: Number, required: true },
  fromId: text,
  text: { type: String, default: '' },
  emoji: String,
  createdAt: { type: Date, required: true },
  unreadAfter: Number,
  place: text,
  unreadBy: { type: String, default: null },
  unreadIn: { type: String, default: null },
})
  .index({ place: 1 }, { name: 'notification_place' })
  .index({ messageId: 1 }, { name: 'notification_message' })
  .index({ chatId: 1, userId: 1 }, { name: 'notification_chat' })
  .index({ unreadBy: 1 }, { name: 'notification_unread_by' })
  .index({ unreadIn: 1 }, { name: 'notification_unread_in' });

export const unreadInOf = (userId: UserId, chatId: ChatId) => `${userId}:${chatId}`;

/** What one person makes of a message, in the list of its author. */
export const reactionIdOf = (
  { id, senderId }: Pick<Message, 'id' | 'senderId'>,
  fromId: UserId | '',
) => `${id}:${senderId}:${fromId}`;

export const placeOf = ({ userId, createdAt, id }: Pick<Entry, 'userId' | 'createdAt' | 'id'>) =>
  `${userId}:${createdAt}:${id}`;

/** `mark`: how far its person has read the chat; of a reaction it is kept. */
export function toDocument(entry: Entry, mark = 0): NotificationDocument {
  const { id, createdAt, ...rest } = entry;
  return {
    ...rest,
    // What one has said is read, also where the mark says so a moment later.
    ...(rest.kind === 'reaction' && { unreadAfter: Math.max(mark, rest.seq) }),
    _id: id,
    createdAt: new Date(createdAt),
    place: placeOf(entry),
    unreadBy: entry.userId,
    unreadIn: unreadInOf(entry.userId, entry.chatId),
  };
}

export function toNotification(document: NotificationDocument): Notification {
  const { _id, kind, chatId, messageId, seq, fromId, text: said, emoji } = document;
  return {
    id: _id,
    kind,
    chatId,
    ...(messageId === undefined ? {} : { messageId }),
    seq,
    fromId,
    text: said,
    ...(emoji === undefined ? {} : { emoji }),
    createdAt: document.createdAt.toISOString(),
    isRead: document.unreadBy === null,
  };
}
