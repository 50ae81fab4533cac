import { SessionId, UserId } from '@app/contracts';
import { freshDatabaseUri, MongoDatabase } from '@app/platform/testing';
import { PushBrowser } from '../testing/push-browser.js';
import { PushDevicesRepository } from './push-devices.repository.js';

const names = ['ann', 'bob', 'cy'].map((name) => UserId.parse(name));

describe('PushDevicesRepository', () => {
  it('knows owners once each, and no more of them than are wanted', async () => {
    const database = new MongoDatabase(freshDatabaseUri());
    const devices = new PushDevicesRepository(database);
    await database.open();
    const sessionId = SessionId.parse('one');
    for (const userId of names)
      for (const n of [1, 2]) {
        const endpoint = `https://push.example.com/${userId}/${n}`;
        const { keys } = new PushBrowser();
        await devices.put({ userId, sessionId }, { endpoint, keys }, new Date());
      }
    expect((await devices.owners(10)).sort()).toEqual(names);
    expect(await devices.owners(2)).toHaveLength(2);
    await database.close();
  });
});
