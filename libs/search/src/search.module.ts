import { SearchApi } from '@app/contracts';
import { provideApi } from '@app/platform';
import { Global, Module } from '@nestjs/common';
import { Freshness } from './finding/freshness.js';
import { HitDescriber } from './finding/hit-describer.js';
import { MessageFinder } from './finding/message-finder.js';
import { NamedPeople } from './finding/named-people.js';
import { QueryReader } from './finding/query-reader.js';
import { QuickSearch } from './finding/quick-search.js';
import { SearchedChats } from './finding/searched-chats.js';
import { KnownChats } from './index-store/mongo/known-chats.js';
import { KnownPlaces } from './index-store/mongo/known-places.js';
import { MongoSearchIndex } from './index-store/mongo/mongo-search-index.js';
import { PageFinder } from './index-store/mongo/page-finder.js';
import { SearchChatsRepository } from './index-store/mongo/search-chats.repository.js';
import { SearchPlacesRepository } from './index-store/mongo/search-places.repository.js';
import { TailSeal } from './index-store/mongo/tail-seal.js';
import { WindowReader } from './index-store/mongo/window-reader.js';
import { SearchIndex } from './index-store/search-index.js';
import { ChatIndexer } from './indexing/chat-indexer.js';
import { IndexFeed } from './indexing/index-feed.js';
import { SearchService } from './search.service.js';

/** Global, since other modules know its port and must not know who brings it. */
@Global()
@Module({
  providers: [
    SearchChatsRepository,
    SearchPlacesRepository,
    TailSeal,
    KnownPlaces,
    WindowReader,
    KnownChats,
    PageFinder,
    { provide: SearchIndex, useClass: MongoSearchIndex },
    ChatIndexer,
    IndexFeed,
    SearchedChats,
    NamedPeople,
    QueryReader,
    Freshness,
    MessageFinder,
    HitDescriber,
    QuickSearch,
    ...provideApi(SearchApi, SearchService),
  ],
  exports: [SearchApi],
})
export class SearchModule {}
