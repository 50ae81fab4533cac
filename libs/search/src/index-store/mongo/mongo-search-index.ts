import type { ChatId } from '@app/contracts';
import { chunksOf } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { IndexAnswer, IndexQuery, IndexStep, SearchIndex } from '../search-index.js';
import { nextChat, sealedChat } from './indexed-chat.js';
import { KnownChats } from './known-chats.js';
import { PageFinder } from './page-finder.js';
import { placesUpTo } from './places.js';
import { SearchChatsRepository, type SearchChat } from './search-chats.repository.js';
import { placesAtOnce, SearchPlacesRepository } from './search-places.repository.js';
import { encodeSegment, emptySegment } from './segment.js';
import { TailSeal } from './tail-seal.js';

/** Lost races in one step: each means that somebody else came further. */
const maxRounds = 100;

/** The `SearchIndex` in MongoDB, of any engine: point reads by id, and no index but that. */
@Injectable()
export class MongoSearchIndex implements SearchIndex {
  constructor(
    private readonly chats: SearchChatsRepository,
    private readonly places: SearchPlacesRepository,
    private readonly seal: TailSeal,
    private readonly known: KnownChats,
    private readonly finder: PageFinder,
  ) {}

  revsOf(chatIds: readonly ChatId[]): Promise<ReadonlyMap<ChatId, number>> {
    return this.chats.revsOf(chatIds);
  }

  async apply(step: IndexStep): Promise<boolean> {
    for (let round = 0; round < maxRounds; round++) {
      const known = this.known.get(step.chatId);
      // Until it is written, or if it is not.
      this.known.delete(step.chatId);
      const chat = known ?? (await this.#settled(step.chatId));
      if (known && known.rev !== step.fromRev) continue;
      if ((chat?.rev ?? 0) !== step.fromRev) return false;
      const next = nextChat(chat, step);
      if (!(await this.chats.replace(next))) continue;
      // Whoever comes next finishes what a crash leaves here.
      const after = next.isSealing ? await this.#finish(next) : next;
      if (after) this.known.set(after);
      return true;
    }
    return false;
  }

  find(query: IndexQuery): Promise<IndexAnswer> {
    return this.finder.find(query);
  }

  async forget(chatId: ChatId, toRev: number): Promise<void> {
    this.known.delete(chatId);
    for (let round = 0; round < maxRounds; round++) {
      const chat = await this.#settled(chatId);
      const empty = {
        id: chatId,
        rev: Math.max(toRev, chat?.rev ?? 0),
        version: (chat?.version ?? 0) + 1,
        sealedSeq: 0,
        isSealing: false,
        spans: [],
        tailSpan: [],
        seals: (chat?.seals ?? []).map((count) => count + 1),
        tail: encodeSegment(emptySegment()),
      };
      // The places first: who is killed between the two finds the chat as it was, and them again.
      const ids = [...placesUpTo(chatId, chat?.sealedSeq ?? 0)];
      for (const some of chunksOf(ids, placesAtOnce)) await this.places.remove(some);
      if (await this.chats.replace(empty)) return;
    }
  }

  /** The chat with nothing half done; undefined where it is not known. */
  async #settled(chatId: ChatId): Promise<SearchChat | undefined> {
    const [chat] = await this.chats.find([chatId]);
    return chat?.isSealing ? this.#finish(chat) : chat;
  }

  async #finish(chat: SearchChat): Promise<SearchChat | undefined> {
    const sealed = sealedChat(chat);
    const isDone = (await this.seal.write(chat)) && (await this.chats.replace(sealed));
    return isDone ? sealed : this.#settled(chat.id);
  }
}
