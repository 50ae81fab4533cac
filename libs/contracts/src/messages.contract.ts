import * as z from 'zod/mini';
import { ChatFilePage, ListChatFiles } from './chat-files.contract.js';
import { apiClass, defineApi, rpc } from './define-api.js';
import { ChatId, ClientMsgId, FileId, MessageId, UserId } from './ids.js';
import { Message, SlotRef } from './message.js';
import { ProblemBody } from './problems.js';
import { count, IsoTime, Listed, Mark, saysSomething, Seq, text } from './text.js';

/** With nothing to be seen only where a message has files. */
export const MessageText = text(0, 8000);

/** Files that one message holds. */
export const maxFilesOfMessage = 20;

const isDistinct = (ids: readonly string[]) => new Set(ids).size === ids.length;

interface Said {
  readonly text: string;
  readonly fileIds?: readonly string[] | undefined;
  readonly isVoice?: true | undefined;
}

/**
 * `fileIds`: uploads that the sender may read, in the order in which they are shown. `isVoice`: the
 * one file is what the sender has said.
 */
export const SendMessage = z
  .strictObject({
    chatId: ChatId,
    text: z._default(MessageText, ''),
    clientMsgId: z.optional(ClientMsgId),
    replyTo: z.optional(MessageId),
    fileIds: z.optional(
      z
        .array(FileId)
        .check(
          z.minLength(1),
          z.maxLength(maxFilesOfMessage),
          z.refine(isDistinct, 'Names one twice'),
        ),
    ),
    isVoice: z.optional(z.literal(true)),
  })
  .check(
    z.refine<Said>(({ text, fileIds }) => fileIds !== undefined || saysSomething(text), {
      error: 'Says nothing',
      path: ['text'],
    }),
    z.refine<Said>(
      ({ text, fileIds, isVoice }) => !isVoice || (text === '' && fileIds?.length === 1),
      {
        error: 'A voice message is one file and no text',
        path: ['isVoice'],
      },
    ),
  );
export type SendMessage = z.output<typeof SendMessage>;
z.globalRegistry.add(SendMessage, { id: 'SendMessage' });

/** `isCreated` false: a retry of a message that was there before (200 instead of 201). */
export const SentMessage = z.strictObject({ message: Message, isCreated: z.boolean() });
export type SentMessage = z.output<typeof SentMessage>;

/** What a client queued while it was away, in its order. */
export const SendBatch = z.strictObject({
  items: z.array(SendMessage).check(z.minLength(1), z.maxLength(50)),
});
export type SendBatch = z.output<typeof SendBatch>;
z.globalRegistry.add(SendBatch, { id: 'SendBatch' });

export const SendResult = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), message: Message }),
  z.strictObject({ ok: z.literal(false), problem: ProblemBody }),
]);
export type SendResult = z.output<typeof SendResult>;
z.globalRegistry.add(SendResult, { id: 'SendResult' });

export const BatchResult = z.strictObject({ items: z.array(SendResult) });
export type BatchResult = z.output<typeof BatchResult>;
z.globalRegistry.add(BatchResult, { id: 'BatchResult' });

interface Position {
  readonly beforeSeq?: number | undefined;
  readonly afterSeq?: number | undefined;
  readonly aroundSeq?: number | undefined;
}

const atMostOne = z.refine<Position>(
  ({ beforeSeq, afterSeq, aroundSeq }) =>
    [beforeSeq, afterSeq, aroundSeq].filter((seq) => seq !== undefined).length <= 1,
  { error: 'Give at most one of beforeSeq, afterSeq, aroundSeq', path: ['beforeSeq'] },
);

const seqInQuery = z.coerce.number().check(z.int(), z.nonnegative(), z.maximum(2 ** 52));

const window = {
  beforeSeq: z.optional(seqInQuery),
  afterSeq: z.optional(seqInQuery),
  aroundSeq: z.optional(seqInQuery),
  limit: z._default(count(1, 100), 50),
};

/** The query string of `GET /api/messages/:id`; without a position: the newest page. */
export const ListMessagesQuery = z.strictObject(window).check(atMostOne);
export type ListMessagesQuery = z.output<typeof ListMessagesQuery>;

export const ListMessages = z.strictObject({ chatId: ChatId, ...window }).check(atMostOne);
export type ListMessages = z.output<typeof ListMessages>;

/**
 * A window of a chat's log, ascending, without holes. `firstSeq` and `lastSeq` of the items, 0 when
 * there are none. `headSeq` and `headRev` were read before the window: everything up to them is
 * stored. `visibleFromSeq`: the first slot this reader may see.
 */
export const MessagePage = z.strictObject({
  items: z.array(Message),
  page: z.strictObject({
    nextCursor: z.nullable(z.string()),
    hasMore: z.boolean(),
    firstSeq: Mark,
    lastSeq: Mark,
    headSeq: Mark,
    headRev: Mark,
    visibleFromSeq: Seq,
  }),
});
export type MessagePage = z.output<typeof MessagePage>;
z.globalRegistry.add(MessagePage, { id: 'MessagePage' });

/** The query string of `GET /api/chats/:id/changes`. */
export const ChangesQuery = z.strictObject({
  afterRev: z.coerce.number().check(z.int(), z.nonnegative(), z.maximum(2 ** 52)),
  limit: z._default(count(1, 100), 100),
});
export type ChangesQuery = z.output<typeof ChangesQuery>;

export const ListChanges = z.strictObject({ chatId: ChatId, ...ChangesQuery.shape });
export type ListChanges = z.output<typeof ListChanges>;

/**
 * The slots that changed after `afterRev`, in their newest state, by `rev`. Applying them brings a
 * reader to `toRev`, whether or not each rev in between has an item (two changes of one slot are
 * one item; a slot that the reader may not see is none).
 */
export const ChangePage = z.strictObject({
  items: z.array(Message),
  page: z.strictObject({
    nextCursor: z.nullable(z.string()),
    hasMore: z.boolean(),
    afterRev: Mark,
    toRev: Mark,
    headSeq: Mark,
    headRev: Mark,
  }),
});
export type ChangePage = z.output<typeof ChangePage>;
z.globalRegistry.add(ChangePage, { id: 'ChangePage' });

export const MessageRef = z.strictObject({ messageId: MessageId });
export type MessageRef = z.output<typeof MessageRef>;

export const MessagesWanted = z.strictObject({
  messageIds: z.array(MessageId).check(z.minLength(1), z.maxLength(50)),
});
export type MessagesWanted = z.output<typeof MessagesWanted>;

/** Slots of any chats, each once; and of each the `reach` slots before it and those behind it. */
export const SlotsWanted = z.strictObject({
  slots: z.array(SlotRef).check(z.minLength(1), z.maxLength(50)),
  reach: count(0, 4),
});
export type SlotsWanted = z.output<typeof SlotsWanted>;

/** `ids`: up to 50, separated by commas. */
export const MessageItemsQuery = z.strictObject({
  ids: z.pipe(Listed, MessagesWanted.shape.messageIds),
});
export type MessageItemsQuery = z.output<typeof MessageItemsQuery>;

/** In no order; without those that the reader may not see. */
export const MessageItems = z.strictObject({ items: z.array(Message) });
export type MessageItems = z.output<typeof MessageItems>;
z.globalRegistry.add(MessageItems, { id: 'MessageItems' });

export const EditBody = z.strictObject({ text: MessageText });
export type EditBody = z.output<typeof EditBody>;
z.globalRegistry.add(EditBody, { id: 'EditMessage' });

/** `ifVersion`: of `If-Match`; another version throws `precondition_failed`. */
export const EditMessage = z.strictObject({
  messageId: MessageId,
  text: MessageText,
  ifVersion: z.optional(Seq),
});
export type EditMessage = z.output<typeof EditMessage>;

export const DeleteScope = z.enum(['everyone', 'me']);
export type DeleteScope = z.output<typeof DeleteScope>;

export const DeleteQuery = z.strictObject({ scope: z._default(DeleteScope, 'everyone') });
export type DeleteQuery = z.output<typeof DeleteQuery>;

export const DeleteMessage = z.strictObject({ messageId: MessageId, scope: DeleteScope });
export type DeleteMessage = z.output<typeof DeleteMessage>;

/** A text that the message had until `replacedAt`, oldest first. */
export const FormerText = z.strictObject({ rev: Seq, text: z.string(), replacedAt: IsoTime });
export type FormerText = z.output<typeof FormerText>;

export const MessageHistory = z.strictObject({ items: z.array(FormerText) });
export type MessageHistory = z.output<typeof MessageHistory>;
z.globalRegistry.add(MessageHistory, { id: 'MessageHistory' });

/** Who has seen, and to whom it was delivered, of those who were members then and share it. */
export const MessageReceipts = z.strictObject({
  seenBy: z.array(UserId),
  deliveredTo: z.array(UserId),
});
export type MessageReceipts = z.output<typeof MessageReceipts>;
z.globalRegistry.add(MessageReceipts, { id: 'MessageReceipts' });

export const ContextQuery = z.strictObject({ limit: z._default(count(1, 100), 25) });
export type ContextQuery = z.output<typeof ContextQuery>;

export const MessageContext = z.strictObject({ messageId: MessageId, ...ContextQuery.shape });
export type MessageContext = z.output<typeof MessageContext>;

export const messagesContract = defineApi({
  send: rpc('messages.send', SendMessage, SentMessage, { partitionBy: 'chatId' }),
  sendBatch: rpc('messages.sendBatch', SendBatch, BatchResult),
  list: rpc('messages.list', ListMessages, MessagePage, { partitionBy: 'chatId' }),
  changes: rpc('messages.changes', ListChanges, ChangePage, { partitionBy: 'chatId' }),
  files: rpc('messages.files', ListChatFiles, ChatFilePage, { partitionBy: 'chatId' }),
  item: rpc('messages.item', MessageRef, Message),
  items: rpc('messages.items', MessagesWanted, MessageItems),
  around: rpc('messages.around', SlotsWanted, MessageItems),
  edit: rpc('messages.edit', EditMessage, Message),
  remove: rpc('messages.remove', DeleteMessage, Message),
  history: rpc('messages.history', MessageRef, MessageHistory),
  receipts: rpc('messages.receipts', MessageRef, MessageReceipts),
  context: rpc('messages.context', MessageContext, MessagePage),
});

/**
 * The log of a chat, for its members. Every method throws `not_found` for an unknown chat or
 * message and `not_member` for a stranger.
 *
 * - `send`: appends a message and returns it once stored with majority and journal; the fan-out
 *   follows. Idempotent on `clientMsgId` (made here if absent); the same id with another content
 *   throws `idempotency_conflict`. Throws `forbidden` where the role or the chat's policy does not
 *   allow posting, `muted`, `blocked` in a direct chat where one of the two blocks the other,
 *   `not_found`, `forbidden` and `gone` for a file that the sender cannot send,
 *   `service_unavailable` when the outcome is unknown: repeat it with the same id.
 * - `sendBatch`: one `send` after the other, each with its own result.
 * - `list`: a bounded window of the log. `changes`: what happened after a rev: the repair of gaps.
 * - `files`: what the messages hold that the actor sees, read from the log itself.
 * - `items`: several at once, of any chats; what the actor may not see is left out, so it throws
 *   none of these.
 * - `around`: some slots with those beside them, of any chats; like `items`, it leaves out what the
 *   actor may not see. One read for all of them, and no route of its own.
 * - `edit`: by the author, within the window. Throws `forbidden`, `edit_window_closed`,
 *   `precondition_failed`, `gone` for a deleted one, `validation_failed` where nothing would be
 *   left. The text it has already is success.
 * - `remove`: for everyone (author within 48 h, chat admins and moderators always) or for me.
 *   Throws `forbidden`, `delete_window_closed`. Already deleted is success.
 * - `history`: former texts; none of a deleted message. `receipts`: see `MessageReceipts`.
 * - `context`: a window around the message.
 */
export abstract class MessagesApi extends apiClass(messagesContract) {}
