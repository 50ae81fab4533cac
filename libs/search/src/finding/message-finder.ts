import {
  MessagesApi,
  isProblem,
  type Actor,
  type ChatId,
  type Message,
  type ReadableChat,
} from '@app/contracts';
import { Injectable } from '@nestjs/common';
import {
  SearchIndex,
  type HitOrder,
  type HitPlace,
  type IndexQuery,
} from '../index-store/search-index.js';
import { toIndexQuery, type CompiledQuery } from '../query/compiled-query.js';
import { matchOf, type Match } from '../query/match.js';
import { isFindable } from '../query/terms.js';

/** What is wanted of a search. */
export interface Wanted {
  readonly chats: readonly ReadableChat[];
  readonly query: CompiledQuery;
  readonly order: HitOrder;
  readonly after: HitPlace | undefined;
  readonly limit: number;
}

/** A message that was found, with its neighbours, all as the actor reads them. */
export interface Hit {
  readonly message: Message;
  readonly match: Match;
  readonly before: Message | undefined;
  readonly after: Message | undefined;
}

export interface Hits {
  readonly hits: readonly Hit[];
  readonly next: HitPlace | undefined;
}

/** Looks into the index for one page: more is wanted only where messages say no themselves. */
const maxLooks = 5;

/** Slots that are read around a hit: what a chat says of itself is no neighbour. */
const around = 7;

/**
 * Finds messages: the index says where they may be, and the log, by its own rules of who reads
 * what, has the last word. So nothing that somebody may not read, has deleted for themselves or
 * that has changed meanwhile is ever found, whatever the index remembers.
 */
@Injectable()
export class MessageFinder {
  constructor(
    private readonly index: SearchIndex,
    private readonly messages: MessagesApi,
  ) {}

  async find(actor: Actor, { chats, query, order, after, limit }: Wanted): Promise<Hits> {
    const scopes = chats.map(({ chatId, visibleFromSeq: fromSeq }) => ({ chatId, fromSeq }));
    const asked: IndexQuery = { ...toIndexQuery(query), scopes, order, after, limit };
    const found: Hit[] = [];
    let next = after;
    for (let look = 0; look < maxLooks; look++) {
      const answer = await this.index.find({ ...asked, after: next, limit: limit - found.length });
      const read = await Promise.all(answer.hits.map((place) => this.#read(actor, place, query)));
      found.push(...read.filter((hit) => hit !== undefined));
      next = answer.next;
      if (next === undefined || found.length >= limit) break;
    }
    return { hits: found, next };
  }

  async #read(actor: Actor, place: HitPlace, query: CompiledQuery): Promise<Hit | undefined> {
    const window = await this.#window(actor, place.chatId, place.seq);
    const at = window.findIndex(({ seq }) => seq === place.seq);
    const message = window[at];
    const match = message && matchOf(message, query);
    if (!match) return undefined;
    return {
      message,
      match,
      before: window.slice(0, at).findLast(isFindable),
      after: window.slice(at + 1).find(isFindable),
    };
  }

  async #window(actor: Actor, chatId: ChatId, aroundSeq: number): Promise<readonly Message[]> {
    try {
      return (await this.messages.list(actor, { chatId, aroundSeq, limit: around })).items;
    } catch (error) {
      // They have left, or the chat is gone, since the search began.
      if (isProblem(error, 'not_found', 'not_member')) return [];
      throw error;
    }
  }
}
