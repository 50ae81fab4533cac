import { defaultSettings, type UserId } from '@app/contracts';
import { growth, MongoDatabase, MongoProcess } from '@app/platform/testing';
import { keyRangesOf } from './search-keys.js';
import { UsersRepository } from './users.repository.js';

/** A repository with as many people as asked for, in a database of its own. */
async function workspaceOf(count: number, mongo: MongoProcess) {
  const database = new MongoDatabase(mongo.uri(`people${count}`));
  const repository = new UsersRepository(database);
  await database.open();
  const people = Array.from({ length: count }, (_, index) => {
    const word = index.toString(36).padStart(4, '0').split('').reverse().join('');
    return {
      _id: `u${index}` as never,
      username: `u${word}`,
      usernameKey: `u${word}`,
      name: word,
      searchKeys: [word, `u${word}`],
      email: 'x@parley.example',
      role: 'member',
      settings: defaultSettings,
      isDeactivated: false,
      blocked: [],
      createdAt: new Date(),
    };
  });
  await database.connection.collection('users').insertMany(people);
  return { database, repository };
}

describe('UsersRepository.search', () => {
  it('costs the same among 5,000 people as among 100', async () => {
    const engine = await MongoProcess.start();
    const small = await workspaceOf(100, engine);
    const large = await workspaceOf(5000, engine);
    const by = 'me' as UserId;
    const search = { ranges: keyRangesOf('100'), without: [], by, after: '', limit: 51 };

    // A walk over all people takes 50 times as much.
    const most = 1.5;
    const times = await growth(
      { engine, small, large },
      ({ repository }) => repository.search(search),
      { repetitions: 20, most },
    );
    expect(times).toBeLessThanOrEqual(most);

    for (const { database } of [small, large]) await database.close();
    await engine.close();
  });
});
