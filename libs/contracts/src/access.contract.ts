import * as z from 'zod/mini';
import { apiClass, defineApi, rpc } from './define-api.js';
import { ChatId, UserId } from './ids.js';
import { SlotRef } from './message.js';
import { MessageReceipts } from './messages.contract.js';
import { Done } from './paging.js';
import { ChatKind, ChatRole } from './roles.js';
import { PostPolicy } from './system-events.js';
import { IsoTime, Seq } from './text.js';

export const AccessQuery = z.strictObject({ chatId: ChatId });
export type AccessQuery = z.output<typeof AccessQuery>;

/** What the actor is in a chat: all that a check needs, without another read. */
export const Access = z.strictObject({
  chatId: ChatId,
  kind: ChatKind,
  role: ChatRole,
  visibleFromSeq: Seq,
  postPolicy: PostPolicy,
  isArchived: z.boolean(),
  /** Members who see the log from a later slot than the first: no edit before it is for them. */
  hasPartialReaders: z.boolean(),
  /** In a direct chat: one of the two blocks the other, so nothing new is said there. */
  isBlocked: z.optional(z.literal(true)),
  /** They may write nowhere before that; absent: they may. */
  mutedUntil: z.optional(IsoTime),
});
export type Access = z.output<typeof Access>;

export const ChatIds = z.strictObject({ chatIds: z.array(ChatId) });
export type ChatIds = z.output<typeof ChatIds>;

/** The members of a chat who may (`canSee`) and may not see a slot. */
export const SlotReaders = z.strictObject({
  canSee: z.array(UserId),
  cannotSee: z.array(UserId),
});
export type SlotReaders = z.output<typeof SlotReaders>;

export const accessContract = defineApi({
  of: rpc('access.of', AccessQuery, Access, { partitionBy: 'chatId' }),
  chatIds: rpc('access.chatIds', Done, ChatIds),
  readers: rpc('access.readers', SlotRef, SlotReaders, { partitionBy: 'chatId' }),
  receipts: rpc('access.receipts', SlotRef, MessageReceipts, { partitionBy: 'chatId' }),
});

/**
 * Membership for other modules, answered from memory: no database read once the chat is warm.
 *
 * - `of`: throws `not_found` for an unknown or deleted chat, `not_member` for a stranger.
 * - `chatIds`: every chat the actor is in, for the rooms of their sockets.
 * - `readers`: for the rare change of a slot that some members may not see.
 * - `receipts`: who has read up to a slot; see `MessageReceipts`.
 */
export abstract class AccessApi extends apiClass(accessContract) {}
