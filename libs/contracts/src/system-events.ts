import * as z from 'zod/mini';
import { UserId } from './ids.js';
import { ChatKind, ChatRole } from './roles.js';

export const Visibility = z.enum(['public', 'private']);
export type Visibility = z.output<typeof Visibility>;

export const PostPolicy = z.enum(['everyone', 'admins']);
export type PostPolicy = z.output<typeof PostPolicy>;

/** `all`: from the first message. `joined`: from the one that brought the member in. */
export const HistoryVisibility = z.enum(['all', 'joined']);
export type HistoryVisibility = z.output<typeof HistoryVisibility>;

/** What a chat is, apart from its members and messages. */
export const ChatTraits = z.strictObject({
  name: z.string(),
  topic: z.string(),
  avatar: z.optional(z.string()),
  slug: z.optional(z.string()),
  visibility: Visibility,
  postPolicy: PostPolicy,
  historyVisibility: HistoryVisibility,
  isArchived: z.boolean(),
});
export type ChatTraits = z.output<typeof ChatTraits>;

/** Those that have another value now. `avatar`: null when there is none any more. */
export const TraitChanges = z.strictObject({
  ...z.partial(ChatTraits).shape,
  avatar: z.optional(z.nullable(z.string())),
});
export type TraitChanges = z.output<typeof TraitChanges>;

/**
 * What a `system` message says. Members and traits of a chat are derived from these and nothing
 * else, so they are rebuilt from the log after a crash. The message's sender is who did it.
 */
export const SystemEvent = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('chat_created'),
    kind: ChatKind,
    traits: ChatTraits,
    members: z.array(z.strictObject({ userId: UserId, role: ChatRole })),
  }),
  z.strictObject({ type: z.literal('members_added'), userIds: z.array(UserId) }),
  z.strictObject({ type: z.literal('member_joined') }),
  z.strictObject({ type: z.literal('member_left') }),
  z.strictObject({ type: z.literal('member_removed'), userId: UserId }),
  z.strictObject({ type: z.literal('role_changed'), userId: UserId, role: ChatRole }),
  /** `fromId`, or else the sender, was the owner and is an admin from now on. */
  z.strictObject({
    type: z.literal('handed_over'),
    userId: UserId,
    fromId: z.optional(UserId),
  }),
  z.strictObject({ type: z.literal('traits_changed'), changes: TraitChanges }),
  z.strictObject({ type: z.literal('chat_deleted') }),
]);
export type SystemEvent = z.output<typeof SystemEvent>;
