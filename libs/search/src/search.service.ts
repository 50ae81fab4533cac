import type {
  Actor,
  FoundEverything,
  FoundMessages,
  SearchApi,
  SearchEverything,
  SearchMessages,
} from '@app/contracts';
import { pageInfo } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { Freshness } from './finding/freshness.js';
import { HitDescriber } from './finding/hit-describer.js';
import { MessageFinder } from './finding/message-finder.js';
import { cursorOf, placeOf, QueryReader } from './finding/query-reader.js';
import { QuickSearch } from './finding/quick-search.js';

/** How long a page waits for what is missing in the index, in ms; then it goes on without it. */
const freshMs = 1000;

/** See `SearchApi`. What the actor reads is the scope; the log checks it again for each hit. */
@Injectable()
export class SearchService implements SearchApi {
  constructor(
    private readonly reader: QueryReader,
    private readonly freshness: Freshness,
    private readonly finder: MessageFinder,
    private readonly describer: HitDescriber,
    private readonly quick: QuickSearch,
  ) {}

  async messages(actor: Actor, input: SearchMessages): Promise<FoundMessages> {
    const after = placeOf(input.cursor);
    const { chats, query } = await this.reader.read(actor, input);
    if (query.isVain) return { items: [], page: pageInfo(undefined) };
    const chatIds = chats.map(({ chatId }) => chatId);
    const isFresh = await this.freshness.bring(chatIds, freshMs);
    const { order, limit } = input;
    const { hits, next } = await this.finder.find(actor, { chats, query, order, after, limit });
    return {
      items: await this.describer.messages(actor, chats, hits),
      page: pageInfo(next && cursorOf(next)),
      ...(!isFresh && { isBehind: true as const }),
    };
  }

  everything(actor: Actor, input: SearchEverything): Promise<FoundEverything> {
    return this.quick.find(actor, input);
  }
}
