import * as z from 'zod/mini';
import { Reason } from './accounts.contract.js';
import { Origin } from './audit.contract.js';
import { ChatRef } from './chats.contract.js';
import { apiClass, defineApi, rpc } from './define-api.js';
import { ChatId, UserId } from './ids.js';
import { Done, pageOf, PageQuery } from './paging.js';
import { ChatTotals } from './stats.contract.js';
import { Visibility } from './system-events.js';
import { IsoTime, Mark, text } from './text.js';
import { UserPage } from './users.contract.js';

/** Who talks to whom in direct chats is nobody's business. */
const SharedKind = z.enum(['group', 'channel']);

/** A group or channel as administration sees it: nothing that was said in it. */
export const AdminChat = z.strictObject({
  id: ChatId,
  type: SharedKind,
  name: z.string(),
  topic: z.string(),
  slug: z.optional(z.string()),
  visibility: Visibility,
  isArchived: z.boolean(),
  memberCount: z.int(),
  /** With those that the system wrote. */
  messageCount: Mark,
  /** Of one that is asked for by its id, and not deleted. */
  ownerId: z.optional(UserId),
  createdAt: IsoTime,
  /** When the last message came. */
  updatedAt: IsoTime,
  deletedAt: z.optional(IsoTime),
});
export type AdminChat = z.output<typeof AdminChat>;
z.globalRegistry.add(AdminChat, { id: 'AdminChat' });

/** The newest first. `q`: beginning of a word of name, topic or slug. */
export const AdminChatQuery = z.strictObject({
  ...PageQuery.shape,
  q: z.optional(text(1, 80)),
  type: z.optional(SharedKind),
  state: z.optional(z.enum(['active', 'archived', 'deleted'])),
});
export type AdminChatQuery = z.output<typeof AdminChatQuery>;

export const AdminChatPage = pageOf(AdminChat);
export type AdminChatPage = z.output<typeof AdminChatPage>;
z.globalRegistry.add(AdminChatPage, { id: 'AdminChatPage' });

/** `ownerId`: a member to whom it is handed over; who was the owner is an admin of it then. */
export const AdminChatPatch = z
  .strictObject({
    isArchived: z.optional(z.boolean()),
    ownerId: z.optional(UserId),
    reason: z.optional(Reason),
  })
  .check(
    z.refine(({ isArchived, ownerId }) => isArchived !== undefined || ownerId !== undefined, {
      error: 'Say whether it is archived, or who owns it',
      path: ['isArchived'],
    }),
  );
export type AdminChatPatch = z.output<typeof AdminChatPatch>;
z.globalRegistry.add(AdminChatPatch, { id: 'AdminChatPatch' });

/** `q`: beginning of a word of name or username. */
export const HeirQuery = z.strictObject({ ...PageQuery.shape, q: z.optional(text(1, 80)) });
export type HeirQuery = z.output<typeof HeirQuery>;

export const ListHeirs = z.strictObject({ chatId: ChatId, ...HeirQuery.shape });
export type ListHeirs = z.output<typeof ListHeirs>;

export const ChangeAdminChat = z.strictObject({
  chatId: ChatId,
  patch: AdminChatPatch,
  origin: Origin,
});
export type ChangeAdminChat = z.output<typeof ChangeAdminChat>;

/** Why a chat is deleted: a request that deletes has no body. */
export const WhyRemoved = z.strictObject({ reason: z.optional(Reason) });
export type WhyRemoved = z.output<typeof WhyRemoved>;

export const RemoveAdminChat = z.strictObject({
  chatId: ChatId,
  ...WhyRemoved.shape,
  origin: Origin,
});
export type RemoveAdminChat = z.output<typeof RemoveAdminChat>;

export const adminChatsContract = defineApi({
  list: rpc('adminChats.list', AdminChatQuery, AdminChatPage),
  get: rpc('adminChats.get', ChatRef, AdminChat),
  heirs: rpc('adminChats.heirs', ListHeirs, UserPage),
  change: rpc('adminChats.change', ChangeAdminChat, AdminChat),
  remove: rpc('adminChats.remove', RemoveAdminChat, Done),
});

/**
 * Groups and channels, for who may `administerChats`, by what they are now; they need not be in
 * them. All throw `forbidden`, and `not_found` for a direct chat as for none. What is changed is
 * written down in the audit log, and a system message in the chat tells who did it.
 *
 * - `heirs`: to whom it can be handed over, by id: members who are neither its owner nor a bot, and
 *   not suspended. A page may have few of them, or none, and not be the last.
 * - `change`: throws `conflict {field: 'ownerId'}` where the new owner is no member, a bot, or
 *   suspended.
 * - `remove`: for everybody; kept for 30 days, as when its owner does it.
 */
export abstract class AdminChatsApi extends apiClass(adminChatsContract) {}

const Archive = z.strictObject({ chatId: ChatId, isArchived: z.boolean() });
const HandOver = z.strictObject({ chatId: ChatId, userId: UserId });

export const chatKeepingContract = defineApi({
  list: rpc('chatKeeping.list', AdminChatQuery, AdminChatPage),
  get: rpc('chatKeeping.get', ChatRef, AdminChat, { partitionBy: 'chatId' }),
  heirs: rpc('chatKeeping.heirs', ListHeirs, UserPage),
  archive: rpc('chatKeeping.archive', Archive, Done, { partitionBy: 'chatId' }),
  handOver: rpc('chatKeeping.handOver', HandOver, Done, { partitionBy: 'chatId' }),
  remove: rpc('chatKeeping.remove', ChatRef, Done, { partitionBy: 'chatId' }),
  totals: rpc('chatKeeping.totals', Done, ChatTotals),
});

/**
 * The same for modules that have found that this may be; on no edge. Throws as `AdminChatsApi`
 * does. What is so already is success.
 *
 * - `totals`: of chats as they are derived from their logs; costs as much as there are chats.
 */
export abstract class ChatKeepingApi extends apiClass(chatKeepingContract) {}
