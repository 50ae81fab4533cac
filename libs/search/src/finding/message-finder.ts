import {
  MessagesApi,
  type Actor,
  type Message,
  type ReadableChat,
  type SlotRef,
} from '@app/contracts';
import { Injectable } from '@nestjs/common';
import {
  SearchIndex,
  type HitOrder,
  type HitPlace,
  type IndexQuery,
} from '../index-store/search-index.js';
import { toIndexQuery, type CompiledQuery } from '../query/compiled-query.js';
import { closestFirst, matchOf, type Match } from '../query/match.js';
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
  readonly place: HitPlace;
  readonly before: Message | undefined;
  readonly after: Message | undefined;
}

export interface Hits {
  readonly hits: readonly Hit[];
  readonly next: HitPlace | undefined;
}

/** Looks into the index for one page: more is wanted only where messages say no themselves. */
const maxLooks = 3;

/** Places of a look after the first: as many as one call reads. */
const manyPlaces = 50;

/** Slots that are read on each side of a hit: what a chat says of itself is no neighbour. */
const reach = 3;

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
      const answer = await this.index.find({
        ...asked,
        after: next,
        limit: look === 0 ? limit : manyPlaces,
      });
      found.push(...(await this.#read(actor, answer.hits, { chats, query })));
      next = found.length > limit ? found[limit - 1]!.place : answer.next;
      if (next === undefined || found.length >= limit) break;
    }
    const hits = found.slice(0, limit);
    return { hits: order === 'best' ? closestFirst(hits) : hits, next };
  }

  /**
   * One call for all of them, whichever chats they are of. What stands beside a hit is asked no
   * index for: that it is in the scope, too, is seen to here.
   */
  async #read(
    actor: Actor,
    places: readonly HitPlace[],
    { chats, query }: Pick<Wanted, 'chats' | 'query'>,
  ): Promise<Hit[]> {
    if (places.length === 0) return [];
    const slots = places.map(({ chatId, seq }) => ({ chatId, seq }));
    const { items } = await this.messages.around(actor, { slots, reach });
    const firstSeqs = new Map(chats.map(({ chatId, visibleFromSeq }) => [chatId, visibleFromSeq]));
    const inScope = items.filter(({ chatId, seq }) => seq >= (firstSeqs.get(chatId) ?? Infinity));
    const read = new Map(inScope.map((message) => [keyOf(message), message]));
    return places.flatMap((place) => hitAt(place, read, query) ?? []);
  }
}

/** Undefined where it is not what was looked for, or not for who looks. */
function hitAt(
  place: HitPlace,
  read: ReadonlyMap<string, Message>,
  query: CompiledQuery,
): Hit | undefined {
  const message = read.get(keyOf(place));
  const match = message && matchOf(message, query);
  if (!match) return undefined;
  const beside = (side: -1 | 1) => {
    const steps = Array.from({ length: reach }, (_, i) => side * (i + 1));
    return steps
      .map((step) => read.get(keyOf({ chatId: place.chatId, seq: place.seq + step })))
      .find((one) => one !== undefined && isFindable(one));
  };
  return { message, match, place, before: beside(-1), after: beside(1) };
}

const keyOf = ({ chatId, seq }: SlotRef): string => `${chatId}:${seq}`;
