import type { ChatId } from '@app/contracts';
import { Database, isFirst } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { Model } from 'mongoose';
import { searchChatSchema, type SearchChatDocument } from './search-chat.schema.js';
import { spanOf, type Span } from './spans.js';

/** See `SearchChatDocument`. */
export type SearchChat = Readonly<Omit<SearchChatDocument, '_id'>> & { readonly id: ChatId };

/** What is known of a chat without what is in it: enough to leave it out. */
export interface ChatOutline extends Span {
  readonly id: ChatId;
  readonly version: number;
}

/** Ids in one query. */
export const chatsAtOnce = 500;

/** All at once: left alone, the driver takes a hundred and asks again for the rest. */
const inOneBatch = { batchSize: chatsAtOnce + 1 } as const;

/** What is indexed of each chat. All reads are by id. */
@Injectable()
export class SearchChatsRepository {
  readonly #chats: Model<SearchChatDocument>;

  constructor(database: Database) {
    this.#chats = database.model('search_chats', searchChatSchema);
  }

  /** Those that there are and have something, in no order; at most `chatsAtOnce`. */
  async outlines(chatIds: readonly ChatId[]): Promise<ChatOutline[]> {
    const found = await this.#chats
      .find({ _id: { $in: [...chatIds] } }, { version: 1, spans: 1, tailSpan: 1 }, inOneBatch)
      .lean<Omit<SearchChatDocument, 'rev' | 'sealedSeq' | 'isSealing' | 'tail'>[]>();
    return found.flatMap(({ _id: id, version, spans, tailSpan = [] }) => {
      const span = spanOf([...spans, ...tailSpan]);
      return span ? [{ id, version, ...span }] : [];
    });
  }

  /** Those that there are, in no order; at most `chatsAtOnce`. */
  async find(chatIds: readonly ChatId[]): Promise<SearchChat[]> {
    // Past mongoose, which would make each buffer its own.
    const found = await this.#chats.collection
      .find({ _id: { $in: [...chatIds] } } as never, { promoteBuffers: true, ...inOneBatch })
      .toArray();
    return found.map((document) => {
      const { _id, ...rest } = document as unknown as SearchChatDocument;
      return { ...rest, id: _id };
    });
  }

  /** At most `chatsAtOnce`. */
  async revsOf(chatIds: readonly ChatId[]): Promise<ReadonlyMap<ChatId, number>> {
    const found = await this.#chats
      .find({ _id: { $in: [...chatIds] } }, { rev: 1 }, inOneBatch)
      .lean<Pick<SearchChatDocument, '_id' | 'rev'>[]>();
    return new Map(found.map(({ _id, rev }) => [_id, rev]));
  }

  /**
   * Writes the next version of a chat. False where there is another one already; so is a first one
   * (`version` 1) of a chat that is there.
   */
  async replace(chat: SearchChat): Promise<boolean> {
    const { id, ...rest } = chat;
    if (chat.version === 1) return this.#insert({ _id: id, ...rest });
    const { matchedCount } = await this.#chats.collection.updateOne(
      { _id: id, version: chat.version - 1 },
      { $set: rest },
    );
    return matchedCount === 1;
  }

  /** False when another process indexes the same chat and was faster. */
  #insert(document: SearchChatDocument): Promise<boolean> {
    return isFirst(this.#chats.collection.insertOne(document as never));
  }
}
