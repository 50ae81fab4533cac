import { hash } from 'node:crypto';
import {
  ChatId,
  ClientMsgId,
  FileId,
  importPrefix,
  UserId,
  type ImportSource,
} from '@app/contracts';

/** 26 characters that follow from what something is elsewhere: the same each time it comes. */
const idOf = (...parts: readonly string[]) =>
  hash('sha256', parts.join('\0'), 'hex').slice(0, 26).toUpperCase();

export const chatIdOf = (source: ImportSource, chatKey: string): ChatId =>
  ChatId.parse(idOf('chat', source, chatKey));

export const placeholderIdOf = (source: ImportSource, personKey: string): UserId =>
  UserId.parse(idOf('person', source, personKey));

/** Under whose name chats begin, and files come in. */
export const importerId: UserId = UserId.parse(idOf('importer'));

/** `part`: of a message that is too long for one, from 0. */
export const clientMsgIdOf = (messageKey: string, part: number): ClientMsgId =>
  ClientMsgId.parse(`${importPrefix}${idOf('message', messageKey)}${part === 0 ? '' : `-${part}`}`);

export const fileIdOf = (chatId: ChatId, messageKey: string, fileKey: string): FileId =>
  FileId.parse(idOf('file', chatId, messageKey, fileKey));
