import * as z from 'zod/mini';
import { CallSummary } from './calls.contract.js';
import { apiClass, defineApi, rpc } from './define-api.js';
import { ChatId, ClientMsgId, FileId, MessageId, UserId } from './ids.js';
import { Message } from './message.js';
import { ChangePage, ListChanges, MessageItems, MessageRef } from './messages.contract.js';
import { SystemEvent } from './system-events.js';
import { IsoTime, Mark, Seq } from './text.js';

/** For the chats module: an entry that says what became of the chat itself. */
export const AppendSystem = z.strictObject({
  chatId: ChatId,
  clientMsgId: ClientMsgId,
  system: SystemEvent,
  /** When it was, where that is not now. */
  createdAt: z.optional(IsoTime),
});
export type AppendSystem = z.output<typeof AppendSystem>;

/** For the calls module: the one entry that says what became of a call of the actor's. */
export const AppendCall = z.strictObject({ chatId: ChatId, call: CallSummary });
export type AppendCall = z.output<typeof AppendCall>;

/** By which a call has one message: a repetition finds it. */
export const callMessageKey = ({ callId }: CallSummary): ClientMsgId =>
  ClientMsgId.parse(`call-${callId}`);

/** The end of a log: the last slot and the last change that are stored; 0 in an empty chat. */
export const ChatHead = z.strictObject({ chatId: ChatId, headSeq: Mark, headRev: Mark });
export type ChatHead = z.output<typeof ChatHead>;

export const HeadsOf = z.strictObject({ chatIds: z.array(ChatId).check(z.maxLength(500)) });
export type HeadsOf = z.output<typeof HeadsOf>;

export const ChatHeads = z.strictObject({ items: z.array(ChatHead) });
export type ChatHeads = z.output<typeof ChatHeads>;

/** Slots, each as one person has it. */
export const OwnSlots = z.strictObject({
  items: z
    .array(z.strictObject({ userId: UserId, chatId: ChatId, seq: Seq }))
    .check(z.maxLength(500)),
});
export type OwnSlots = z.output<typeof OwnSlots>;
export type OwnSlot = OwnSlots['items'][number];

export const MessagesById = z.strictObject({
  messageIds: z.array(MessageId).check(z.maxLength(500)),
});
export type MessagesById = z.output<typeof MessagesById>;

/** Messages that hold files, and in which slots. */
export const HoldingMessages = z.strictObject({
  items: z.array(z.strictObject({ messageId: MessageId, seq: Seq, fileIds: z.array(FileId) })),
});
export type HoldingMessages = z.output<typeof HoldingMessages>;

/** The `limit` slots behind `afterSeq`. */
export const SlotsBehind = z.strictObject({
  chatId: ChatId,
  afterSeq: Mark,
  limit: z.int().check(z.minimum(1), z.maximum(100)),
});
export type SlotsBehind = z.output<typeof SlotsBehind>;

/** What there is in the `limit` slots behind `afterSeq`, beside what the system wrote. */
export const WeighSlots = z.strictObject({
  chatId: ChatId,
  afterSeq: Mark,
  limit: z.int().check(z.minimum(1), z.maximum(2000)),
});
export type WeighSlots = z.output<typeof WeighSlots>;

/** `bytes`: of texts and files. */
export const SlotsWeight = z.strictObject({ messages: Mark, files: Mark, bytes: Mark });
export type SlotsWeight = z.output<typeof SlotsWeight>;

/** What people said in the `limit` slots behind `afterSeq` is to be erased: nobody may read it. */
export const ForgetSlots = z.strictObject({
  chatId: ChatId,
  afterSeq: Mark,
  limit: z.int().check(z.minimum(1), z.maximum(500)),
});
export type ForgetSlots = z.output<typeof ForgetSlots>;

/** Erased up to and with `toSeq`. */
export const ForgottenSlots = z.strictObject({ toSeq: Mark, hasMore: z.boolean() });
export type ForgottenSlots = z.output<typeof ForgottenSlots>;

export const chatLogContract = defineApi({
  append: rpc('chatLog.append', AppendSystem, Message, { partitionBy: 'chatId' }),
  appendCall: rpc('chatLog.appendCall', AppendCall, Message, { partitionBy: 'chatId' }),
  changes: rpc('chatLog.changes', ListChanges, ChangePage, { partitionBy: 'chatId' }),
  heads: rpc('chatLog.heads', HeadsOf, ChatHeads),
  erase: rpc('chatLog.erase', MessageRef, Message),
  forget: rpc('chatLog.forget', ForgetSlots, ForgottenSlots, { partitionBy: 'chatId' }),
  weigh: rpc('chatLog.weigh', WeighSlots, SlotsWeight, { partitionBy: 'chatId' }),
  slotsBehind: rpc('chatLog.slotsBehind', SlotsBehind, MessageItems, { partitionBy: 'chatId' }),
  holding: rpc('chatLog.holding', MessagesById, HoldingMessages),
  hiddenAmong: rpc('chatLog.hiddenAmong', OwnSlots, OwnSlots),
});

/**
 * The log of a chat, for the modules that keep derived state: no membership is checked, and no edge
 * serves it.
 *
 * - `append`: a `system` message by the actor. Idempotent on `clientMsgId`. It is fanned out like
 *   any other.
 * - `appendCall`: a `call` message by the actor, one for each call.
 * - `changes`: what happened after a rev, whoever may see it.
 * - `heads`: the ends of up to 500 logs; a chat that this process has not looked at costs two point
 *   reads, once.
 * - `hiddenAmong`: those of some slots that the named people have deleted for themselves. One read,
 *   whoever and whichever chats they are of; so ask it for answers, never for a send.
 * - `slotsBehind`: up to 100 slots behind one, as they are now, whoever may see them; ascending,
 *   without holes.
 * - `holding`: those of up to 500 messages that hold files now. One read.
 * - `erase`: deletes a message for everyone, by the actor, as a moderator who is a member would.
 *   Deleted already is success. Throws `not_found`, and `forbidden` for a system message.
 * - `weigh`: how much there is in up to 2,000 slots; a file that others hold, too, counts.
 * - `forget`: texts, lists of files, former texts and replies of slots that nobody can read any
 *   more. The slots stay, with their places; no rev is won and nobody is told. System messages stay
 *   as they are. Again is harmless.
 *
 * Deliberately not here: `send`. A module speaks for a person through `MessagesApi`, or as the
 * chat's own voice through `append`.
 */
export abstract class ChatLogApi extends apiClass(chatLogContract) {}
