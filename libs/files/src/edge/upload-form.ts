import type { IncomingMessage } from 'node:http';
import { ChatId } from '@app/contracts';
import type { IncomingFile } from '../file-transfers.js';
import { invalid, unknownField, withFormFile } from './form-file.js';

/**
 * Reads a form of a file and the chat it is for, which may be named before or after it, as
 * `withFormFile` does.
 */
export function receiveForm<T>(
  request: IncomingMessage,
  take: (incoming: IncomingFile) => Promise<T>,
): Promise<T> {
  let chatId: ChatId | undefined;
  const takeField = (name: string, value: unknown) => {
    if (name !== 'chatId') return unknownField;
    chatId = ChatId.safeParse(value).data;
    return chatId === undefined ? 'Not an id' : undefined;
  };
  return withFormFile(
    request,
    ({ atEnd, ...file }) =>
      take({
        ...file,
        chatId,
        chatIdAtEnd: async () => {
          await atEnd();
          if (chatId === undefined) throw invalid('chatId', 'Missing');
          return chatId;
        },
      }),
    takeField,
  );
}
