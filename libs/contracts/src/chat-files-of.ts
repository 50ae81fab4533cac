import type { ChatFile } from './chat-files.contract.js';
import { fileKindOf, type MessageFile } from './message-file.js';
import type { Message } from './message.js';

/** What says of a message which files it holds. */
export type FilesHolder = Pick<Message, 'id' | 'seq' | 'senderId' | 'createdAt' | 'kind'> & {
  readonly files?: readonly MessageFile[] | undefined;
};

/** The files of a message as files of its chat, in their order. */
export function chatFilesOf(message: FilesHolder): ChatFile[] {
  const { id: messageId, seq, senderId, createdAt, kind, files = [] } = message;
  return files.map((file) => ({
    file,
    kind: fileKindOf(file, kind),
    ...{ messageId, seq, senderId, createdAt },
    ...(kind === 'voice' && { isVoice: true as const }),
  }));
}
