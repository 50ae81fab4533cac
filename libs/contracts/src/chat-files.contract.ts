import * as z from 'zod/mini';
import { ChatId, MessageId, UserId } from './ids.js';
import { FileKind, MessageFile } from './message-file.js';
import { pageOf, PageQuery } from './paging.js';
import { IsoTime, Seq } from './text.js';

/** The query string of `GET /api/chats/:id/files`; without a kind: files of all kinds. */
export const ChatFilesQuery = z.strictObject({
  kind: z.optional(FileKind),
  ...PageQuery.shape,
});
export type ChatFilesQuery = z.output<typeof ChatFilesQuery>;

export const ListChatFiles = z.strictObject({ chatId: ChatId, ...ChatFilesQuery.shape });
export type ListChatFiles = z.output<typeof ListChatFiles>;

/** A file, and the message that holds it. The same file may be in several. */
export const ChatFile = z.strictObject({
  file: MessageFile,
  kind: FileKind,
  messageId: MessageId,
  /** Where the message is: `GET /api/messages/:id?aroundSeq=`. */
  seq: Seq,
  senderId: UserId,
  /** When it was sent. */
  createdAt: IsoTime,
  /** Its sender has said it. */
  isVoice: z.optional(z.literal(true)),
});
export type ChatFile = z.output<typeof ChatFile>;
z.globalRegistry.add(ChatFile, { id: 'ChatFile' });

/**
 * The newest message first, its files in their order. A page ends with a message, so it may have a
 * few more than were asked for; and fewer, even none, where much was looked through for them.
 */
export const ChatFilePage = pageOf(ChatFile);
export type ChatFilePage = z.output<typeof ChatFilePage>;
z.globalRegistry.add(ChatFilePage, { id: 'ChatFilePage' });
