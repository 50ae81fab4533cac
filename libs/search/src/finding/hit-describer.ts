import {
  type Actor,
  type ChatId,
  type FoundChat,
  type FoundFile,
  type FoundMessage,
  type ReadableChat,
} from '@app/contracts';
import { Injectable } from '@nestjs/common';
import type { Hit } from './message-finder.js';
import { SearchedChats } from './searched-chats.js';

/** Hits as answers have them. */
@Injectable()
export class HitDescriber {
  constructor(private readonly chats: SearchedChats) {}

  async messages(
    actor: Actor,
    chats: readonly ReadableChat[],
    hits: readonly Hit[],
  ): Promise<FoundMessage[]> {
    const named = await this.#named(actor, chats, hits);
    return hits.map(({ message, match, before, after }) => ({
      message,
      ranges: [...match.ranges],
      chat: named.get(message.chatId)!,
      ...(before && { before }),
      ...(after && { after }),
    }));
  }

  /** The files of these messages whose names were looked for; at most `limit`. */
  async files(
    actor: Actor,
    chats: readonly ReadableChat[],
    hits: readonly Hit[],
    limit: number,
  ): Promise<FoundFile[]> {
    const named = await this.#named(actor, chats, hits);
    const files = hits.flatMap(({ message, match }) =>
      (message.files ?? []).flatMap((file, i): FoundFile[] => {
        const ranges = match.fileRanges[i] ?? [];
        if (ranges.length === 0) return [];
        const { id: messageId, seq, senderId, createdAt } = message;
        const chat = named.get(message.chatId)!;
        return [{ file, ranges: [...ranges], messageId, seq, senderId, createdAt, chat }];
      }),
    );
    return files.slice(0, limit);
  }

  #named(
    actor: Actor,
    chats: readonly ReadableChat[],
    hits: readonly Hit[],
  ): Promise<ReadonlyMap<ChatId, FoundChat>> {
    const ids = new Set(hits.map(({ message }) => message.chatId));
    return this.chats.named(
      actor,
      chats.filter(({ chatId }) => ids.has(chatId)),
    );
  }
}
