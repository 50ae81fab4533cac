import { UserId } from '@app/contracts';
import { freshDatabaseUri, MongoDatabase } from '@app/platform/testing';
import { NotificationSettingsRepository } from './notification-settings.repository.js';

const [ann, bob, cy, dan] = ['ann', 'bob', 'cy', 'dan'].map((name) => UserId.parse(name));

describe('NotificationSettingsRepository', () => {
  it('knows who watches for words, and no more of them than are wanted', async () => {
    const database = new MongoDatabase(freshDatabaseUri());
    const settings = new NotificationSettingsRepository(database);
    await database.open();
    for (const userId of [ann!, bob!, cy!]) await settings.update(userId, { keywords: [userId] });
    await settings.update(cy!, { keywords: [] });
    await settings.update(dan!, { sound: false });
    const all = [ann!, bob!].map((userId) => [userId, [userId]]);
    expect([...(await settings.keywords(10))].sort()).toEqual(all);
    expect((await settings.keywords(1)).size).toBe(1);
    await database.close();
  });
});
