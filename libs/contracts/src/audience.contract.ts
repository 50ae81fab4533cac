import * as z from 'zod/mini';
import { ChatRef, NotifyLevel } from './chats.contract.js';
import { apiClass, defineApi, rpc } from './define-api.js';
import { ChatId, UserId } from './ids.js';
import { ChatKind } from './roles.js';
import { IsoTime, Mark, Seq } from './text.js';

/** A member whose wishes or view differ from those of somebody who has just come. */
export const SpecialMember = z.strictObject({
  userId: UserId,
  level: NotifyLevel,
  mutedUntil: z.nullable(IsoTime),
  visibleFromSeq: Seq,
});
export type SpecialMember = z.output<typeof SpecialMember>;

/** Who is in a chat. `special`: those of `userIds` who do not want all, or do not see all. */
export const ChatAudience = z.strictObject({
  chatId: ChatId,
  kind: ChatKind,
  /** Empty in a direct chat. */
  name: z.string(),
  userIds: z.array(UserId),
  special: z.array(SpecialMember),
  /** What is before it is too old for everybody. Absent: nothing is. */
  keptFromSeq: z.optional(Seq),
});
export type ChatAudience = z.output<typeof ChatAudience>;

export const MemberRefs = z.strictObject({
  items: z.array(z.strictObject({ chatId: ChatId, userId: UserId })).check(z.maxLength(500)),
});
export type MemberRefs = z.output<typeof MemberRefs>;

export const ReadMarkOf = z.strictObject({ chatId: ChatId, userId: UserId, lastReadSeq: Mark });
export type ReadMarkOf = z.output<typeof ReadMarkOf>;

export const ReadMarksOf = z.strictObject({ items: z.array(ReadMarkOf) });
export type ReadMarksOf = z.output<typeof ReadMarksOf>;

export const audienceContract = defineApi({
  of: rpc('audience.of', ChatRef, ChatAudience, { partitionBy: 'chatId' }),
  marks: rpc('audience.marks', MemberRefs, ReadMarksOf),
});

/**
 * Who is to be told of what happens in a chat: for modules, on no edge, and no membership is
 * checked.
 *
 * - `of`: all members at once, up to the log. One read of as much as there are members, so remember
 *   it; what is in it has changed when `chat.changed` says so. Throws `not_found`.
 * - `marks`: how far some members have read, as it is stored; who is in no such chat is left out. A
 *   mark that rises later is told by `chat.read`, after it was stored.
 */
export abstract class AudienceApi extends apiClass(audienceContract) {}
