import { UserId } from '@app/contracts';
import { eventually } from '@app/platform/testing';
import { StatusNews, toStatus } from './status-news.js';

const ada = UserId.parse('ada');
const bob = UserId.parse('bob');

describe('StatusNews', () => {
  it('tells only the last of several changes of one person', async () => {
    const told: unknown[] = [];
    const news = new StatusNews((status) => told.push(status));
    news.add({ userId: ada, status: 'online' });
    news.add({ userId: bob, status: 'away' });
    news.add({ userId: ada, status: 'offline' });
    expect(told).toEqual([]);
    await eventually(() => expect(told).toHaveLength(2));
    expect(told).toEqual([
      { userId: ada, status: 'offline' },
      { userId: bob, status: 'away' },
    ]);
  });

  it('gathers anew after it has told', () => {
    const told: unknown[] = [];
    const news = new StatusNews((status) => told.push(status));
    news.add({ userId: ada, status: 'online' });
    news.flush();
    news.flush();
    news.add({ userId: ada, status: 'away' });
    news.flush();
    expect(told).toHaveLength(2);
  });

  it('tells nothing once it is closed', () => {
    const told: unknown[] = [];
    const news = new StatusNews((status) => told.push(status));
    news.add({ userId: ada, status: 'online' });
    news.close();
    news.flush();
    expect(told).toEqual([]);
  });

  it('writes times as the wire has them', () => {
    const lastSeenAt = new Date(0);
    expect(toStatus({ userId: ada, status: 'offline', lastSeenAt })).toEqual({
      userId: ada,
      status: 'offline',
      lastSeenAt: '1970-01-01T00:00:00.000Z',
    });
  });
});
