import * as z from 'zod/mini';
import { ReadMarkOf } from './audience.contract.js';
import { CallId, ChatId, SessionId, UserId } from './ids.js';
import { Message } from './message.js';
import { VersionedSettings } from './settings.contract.js';
import { IsoTime, Mark, Seq } from './text.js';
import { User } from './users.contract.js';

/** What modules tell each other after it happened: `{ [name]: schema of the fact }`. */
export const facts = {
  /** A slot was stored. */
  'message.created': Message,
  /** A slot has a new state: edited or deleted. */
  'message.changed': Message,
  /** Members, roles, traits or settings in it changed; whoever remembers them forgets them now. */
  'chat.changed': z.strictObject({ chatId: ChatId, userIds: z.array(UserId) }),
  /** Slots up to `toSeq` were emptied, since they are too old: nothing of them may be kept. */
  'chat.emptied': z.strictObject({ chatId: ChatId, fromSeq: Seq, toSeq: Seq }),
  /** How far people have read now: of a fifth of a second, after it was stored. */
  'chat.read': z.strictObject({ items: z.array(ReadMarkOf) }),
  'user.created': User,
  'user.updated': User,
  /** They may not write before `until`; null: they may. */
  'user.muted': z.strictObject({ userId: UserId, until: z.nullable(IsoTime) }),
  /** One of the two blocks the other now, or does so no longer. */
  'user.blocked': z.strictObject({ userId: UserId, otherId: UserId }),
  /**
   * A call begins to ring for `userIds`, and rings no more for `silentIds`. Of two of one call that
   * with the higher `version` is the newer.
   */
  'call.ringing': z.strictObject({
    callId: CallId,
    chatId: ChatId,
    callerId: UserId,
    version: Mark,
    userIds: z.array(UserId),
    silentIds: z.array(UserId),
  }),
  /** Tokens of these sessions are refused from now on. */
  'session.revoked': z.strictObject({ userId: UserId, sessionIds: z.array(SessionId) }),
  /**
   * What these people want to be told of has changed, or which of their devices take a push.
   * `hasNewKeywords`: false where the words that they watch for are as they were; absent: unknown.
   */
  'notifications.changed': z.strictObject({
    userIds: z.array(UserId),
    hasNewKeywords: z.optional(z.boolean()),
  }),
  /** What is set of the workspace is this now. */
  'settings.changed': VersionedSettings,
  /** Webhooks are others now, or hear other chats. */
  'webhooks.changed': z.strictObject({}),
} as const satisfies Record<`${string}.${string}`, z.ZodMiniType>;

export type FactName = keyof typeof facts;
export type Fact<N extends FactName> = z.output<(typeof facts)[N]>;
