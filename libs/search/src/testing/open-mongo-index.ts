import type { Database } from '@app/platform';
import { MongoDatabase } from '@app/platform/testing';
import { KnownChats } from '../index-store/mongo/known-chats.js';
import { KnownPlaces } from '../index-store/mongo/known-places.js';
import { MongoSearchIndex } from '../index-store/mongo/mongo-search-index.js';
import { PageFinder } from '../index-store/mongo/page-finder.js';
import { SearchChatsRepository } from '../index-store/mongo/search-chats.repository.js';
import { SearchPlacesRepository } from '../index-store/mongo/search-places.repository.js';
import { TailSeal } from '../index-store/mongo/tail-seal.js';
import { WindowReader } from '../index-store/mongo/window-reader.js';

/** An index in a database; close the database. */
export async function openMongoIndex(
  uri: string,
): Promise<{ readonly database: Database; readonly index: MongoSearchIndex }> {
  const database = new MongoDatabase(uri);
  const places = new SearchPlacesRepository(database);
  const chats = new SearchChatsRepository(database);
  const known = new KnownChats();
  const finder = new PageFinder(chats, known, new WindowReader(places, new KnownPlaces()));
  const index = new MongoSearchIndex(chats, places, new TailSeal(places), known, finder);
  await database.open();
  return { database, index };
}
