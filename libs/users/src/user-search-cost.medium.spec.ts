import { defaultSettings, type UserId } from '@app/contracts';
import { Database } from '@app/platform';
import { MongoProcess } from '@app/platform/testing';
import { keyRangesOf } from './search-keys.js';
import { UsersRepository } from './users.repository.js';

/** A repository with as many people as asked for, in a database of its own. */
async function workspaceOf(count: number, mongo: MongoProcess) {
  const database = new Database(mongo.uri(`people${count}`));
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
    const mongo = await MongoProcess.start();
    const costs: number[] = [];
    for (const count of [100, 5000]) {
      const { database, repository } = await workspaceOf(count, mongo);
      const by = 'me' as UserId;
      const search = { ranges: keyRangesOf('100'), without: [], by, after: '', limit: 51 };
      for (let warmUp = 0; warmUp < 20; warmUp++) await repository.search(search);
      const before = mongo.cpuMs();
      for (let turn = 0; turn < 100; turn++) await repository.search(search);
      costs.push((mongo.cpuMs() - before) / 100);
      await database.close();
    }
    await mongo.close();
    // A walk over all people takes 50 times as much; a few hundredths of a ms are noise.
    expect(costs[1]).toBeLessThan(costs[0]! * 1.5 + 0.3);
  }, 60_000);
});
