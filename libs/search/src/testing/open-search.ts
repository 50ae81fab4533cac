import type {
  AccessApi,
  ChatLogApi,
  ChatsApi,
  MessagesApi,
  SearchApi,
  UsersApi,
} from '@app/contracts';
import { Metrics, type EventBus } from '@app/platform';
import { Freshness } from '../finding/freshness.js';
import { HitDescriber } from '../finding/hit-describer.js';
import { MessageFinder } from '../finding/message-finder.js';
import { NamedPeople } from '../finding/named-people.js';
import { QueryReader } from '../finding/query-reader.js';
import { QuickSearch } from '../finding/quick-search.js';
import { SearchedChats } from '../finding/searched-chats.js';
import { MemorySearchIndex } from '../index-store/memory-search-index.js';
import type { SearchIndex } from '../index-store/search-index.js';
import { ChatIndexer } from '../indexing/chat-indexer.js';
import { IndexFeed } from '../indexing/index-feed.js';
import { SearchService } from '../search.service.js';

/** What the search module asks of others; a test brings those that it is about. */
export interface SearchPorts {
  readonly log: ChatLogApi;
  readonly messages: Pick<MessagesApi, 'around'>;
  readonly chats: Pick<ChatsApi, 'readable' | 'directory'>;
  readonly access: Pick<AccessApi, 'of'>;
  readonly users: Pick<UsersApi, 'get' | 'lookUp' | 'resolve' | 'search'>;
  readonly eventBus: EventBus;
}

export interface OpenSearch {
  readonly search: SearchApi;
  readonly indexer: ChatIndexer;
  readonly feed: IndexFeed;
}

/** One for all: each would watch the process. */
let metrics: Metrics | undefined;

/** The module in a test, without its wiring; in memory unless it is given an index. */
export function openSearch(
  ports: SearchPorts,
  index: SearchIndex = new MemorySearchIndex(),
): OpenSearch {
  const [chatsApi, users] = [ports.chats as ChatsApi, ports.users as UsersApi];
  const indexer = new ChatIndexer(ports.log, index);
  const feed = new IndexFeed(ports.eventBus, indexer, (metrics ??= new Metrics()));
  feed.onModuleInit();
  const chats = new SearchedChats(chatsApi, ports.access as AccessApi, users);
  const reader = new QueryReader(chats, new NamedPeople(users));
  const freshness = new Freshness(indexer, feed);
  const finder = new MessageFinder(index, ports.messages as MessagesApi);
  const describer = new HitDescriber(chats);
  const quick = new QuickSearch(reader, chatsApi, users, freshness, finder, describer);
  return { search: new SearchService(reader, freshness, finder, describer, quick), indexer, feed };
}
