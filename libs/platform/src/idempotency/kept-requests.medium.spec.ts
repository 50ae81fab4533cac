import { SystemClock } from '../clock/clock.js';
import { MongoDatabase } from '../mongo/mongo-database.js';
import { freshDatabaseUri } from '../testing/test-database.js';
import { answerStoreConformance } from './answer-store.conformance.js';
import { KeptRequestsRepository } from './kept-requests.repository.js';

describe('KeptRequestsRepository', () => {
  let databases: MongoDatabase[] = [];

  const open = async () => {
    const uri = freshDatabaseUri();
    databases = [new MongoDatabase(uri), new MongoDatabase(uri)];
    const [here, there] = databases.map(
      (one) => new KeptRequestsRepository(one, new SystemClock()),
    );
    for (const database of databases) await database.open();
    return [here!, there!] as const;
  };

  answerStoreConformance(open, async () => {
    for (const database of databases) await database.close();
  });
});
