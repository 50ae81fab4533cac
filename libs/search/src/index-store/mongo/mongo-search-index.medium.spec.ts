import type { Database } from '@app/platform';
import { freshDatabaseUri } from '@app/platform/testing';
import { openMongoIndex } from '../../testing/open-mongo-index.js';
import { searchIndexConformance } from '../search-index.conformance.js';

describe('MongoSearchIndex', () => {
  let databases: Database[] = [];

  afterEach(async () => {
    for (const database of databases) await database.close();
    databases = [];
  });

  searchIndexConformance(async () => {
    const uri = freshDatabaseUri();
    const [here, there] = [await openMongoIndex(uri), await openMongoIndex(uri)];
    databases = [here.database, there.database];
    return [here.index, there.index];
  });
});
