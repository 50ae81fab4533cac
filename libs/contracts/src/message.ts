import * as z from 'zod/mini';
import { CallSummary } from './calls.contract.js';
import { ChatId, ClientMsgId, MessageId, UserId } from './ids.js';
import { MessageFile, MessageKind } from './message-file.js';
import { SystemEvent } from './system-events.js';
import { IsoTime, Seq } from './text.js';

/** Kinds of reactions on one message, and reactions of all kinds. */
export const maxReactionKinds = 50;
export const maxReactions = 1000;

/** A place in a chat's log. */
export const SlotRef = z.strictObject({ chatId: ChatId, seq: Seq });
export type SlotRef = z.output<typeof SlotRef>;

/** Who has reacted with this emoji, the first one first. */
export const Reaction = z.strictObject({ emoji: z.string(), userIds: z.array(UserId) });
export type Reaction = z.output<typeof Reaction>;
z.globalRegistry.add(Reaction, { id: 'Reaction' });

/**
 * One slot of a chat's log, in its newest state. `seq`: the slot, 1 … n without holes. `rev`: the
 * change of the chat that brought it into this state, so of two copies the higher `rev` is newer. A
 * deleted message keeps its slot, with `deletedAt`, `deletedBy`, an empty `text` and no files.
 * `isHidden`: I have deleted it for myself; it is as empty. `version`: raised by edits and the
 * deletion, not by reactions and pins. `reactions`: by when their kind came first; absent for none.
 */
export const Message = z.strictObject({
  id: MessageId,
  chatId: ChatId,
  seq: Seq,
  rev: Seq,
  senderId: UserId,
  clientMsgId: ClientMsgId,
  kind: MessageKind,
  text: z.string(),
  system: z.optional(SystemEvent),
  /** Of kind `call`: the sender called, and this became of it. */
  call: z.optional(CallSummary),
  version: Seq,
  createdAt: IsoTime,
  replyTo: z.optional(MessageId),
  files: z.optional(z.array(MessageFile)),
  reactions: z.optional(z.array(Reaction)),
  pinnedAt: z.optional(IsoTime),
  pinnedBy: z.optional(UserId),
  editedAt: z.optional(IsoTime),
  deletedAt: z.optional(IsoTime),
  deletedBy: z.optional(UserId),
  isHidden: z.optional(z.literal(true)),
});
export type Message = z.output<typeof Message>;
z.globalRegistry.add(Message, { id: 'Message' });
