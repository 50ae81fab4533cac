import type { Database } from '@app/platform';
import { MongoDatabase } from '@app/platform/testing';
import { MongoSearchIndex } from '../index-store/mongo/mongo-search-index.js';
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
  const index = new MongoSearchIndex(
    new SearchChatsRepository(database),
    places,
    new TailSeal(places),
    new WindowReader(places),
  );
  await database.open();
  return { database, index };
}
