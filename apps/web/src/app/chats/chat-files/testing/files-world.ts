import { signal, type Provider } from '@angular/core';
import {
  ChatId,
  FileId,
  type ChatFile,
  type ChatFilePage,
  type FileLink,
  type Message,
} from '@app/contracts';
import { aMessage, aMessageFile } from '@app/contracts/testing';
import type { ConnectionNews } from '@app/web-realtime';
import { ChatClient } from '../../../data-access/chat-client';
import { ChatWiring } from '../../../data-access/chat-wiring';
import { FileLinks } from '../../../data-access/file-links';
import { OpenChatStore } from '../../../data-access/open-chat-store';

/** A picture called so, in the message of this seq. */
export function aChatFile(name: string, seq: number, about: Partial<ChatFile> = {}): ChatFile {
  const { id: messageId, senderId } = aMessage({ seq });
  const createdAt = '2026-03-02T11:00:00.000Z';
  const file = aMessageFile({ id: FileId.parse(`f-${name.replace('.', '-')}`), name });
  return { file, kind: 'visual', messageId, seq, senderId, createdAt, ...about };
}

/** A message with a picture called so. */
export function aFileMessage(name: string, seq: number, about: Partial<Message> = {}): Message {
  return aMessage({ seq, kind: 'file', files: [aChatFile(name, seq).file], ...about });
}

/** What a list of files needs: an open chat, and a server that answers each question in turn. */
export class FilesWorld {
  readonly chatId = signal<ChatId | null>(ChatId.parse('c1'));
  readonly messages = signal<readonly Message[]>([]);
  readonly asked: (readonly [string, object])[] = [];
  readonly answers: (ChatFilePage | Error | Promise<ChatFilePage>)[] = [];
  readonly links = signal<ReadonlyMap<FileId, FileLink | null>>(new Map());
  readonly #listeners: ((news: ConnectionNews) => void)[] = [];

  readonly providers: Provider[] = [
    { provide: OpenChatStore, useValue: { chatId: this.chatId, messages: this.messages } },
    {
      provide: ChatWiring,
      useValue: {
        rest: {
          request: (_: string, path: string, { query = {} } = {}) => {
            this.asked.push([path, query]);
            const answer = this.answers.shift() ?? pageOf([]);
            return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
          },
        },
      },
    },
    {
      provide: FileLinks,
      useValue: { want: () => undefined, of: (id: FileId) => this.links().get(id) },
    },
    {
      provide: ChatClient,
      useValue: {
        connection: {
          listen: (hear: (news: ConnectionNews) => void) => {
            this.#listeners.push(hear);
            return () => undefined;
          },
        },
      },
    },
  ];

  tell(news: ConnectionNews): void {
    for (const hear of this.#listeners) hear(news);
  }
}

export const pageOf = (items: ChatFile[], nextCursor: string | null = null): ChatFilePage => ({
  items,
  page: { nextCursor, hasMore: nextCursor !== null },
});
