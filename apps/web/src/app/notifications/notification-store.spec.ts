import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { Notification, NotificationPage } from '@app/contracts';
import { ConnectionLost, type ConnectionNews, RequestProblem } from '@app/web-realtime';
import { ada } from '../chats/testing/builders';
import { ChatClient } from '../data-access/chat-client';
import { ChatWiring } from '../data-access/chat-wiring';
import { NotificationStore } from './notification-store';
import { aNotification } from './testing/a-notification';

const aPage = (items: readonly Notification[], nextCursor: string | null = null) => ({
  items: [...items],
  page: { nextCursor, hasMore: nextCursor !== null },
  unread: items.filter(({ isRead }) => !isRead).length,
});

const settle = async () => {
  for (let turns = 0; turns < 5; turns++) await Promise.resolve();
};

/** Ada's, over a line and a server that say what a test has them say. */
function aStore(first: NotificationPage = aPage([])) {
  const listeners: ((news: ConnectionNews) => void)[] = [];
  const asked: unknown[] = [];
  const answers: unknown[] = [first];
  const client = {
    me: ada,
    lineState: { state: signal('offline') },
    connection: { listen: (listener: (news: ConnectionNews) => void) => listeners.push(listener) },
  };
  const rest = {
    request: async (method: string, path: string, { query, body }: Record<string, object>) => {
      asked.push([`${method} ${path}`, query ?? body]);
      const answer = await (answers.length > 1 ? answers.shift() : answers[0]);
      if (answer instanceof Error) throw answer;
      return answer;
    },
  };
  TestBed.configureTestingModule({
    providers: [
      { provide: ChatClient, useValue: client },
      { provide: ChatWiring, useValue: { rest } },
    ],
  });
  const store = TestBed.inject(NotificationStore);
  const tell = (news: ConnectionNews) => listeners.forEach((listener) => listener(news));
  const ready = async () => {
    tell({ kind: 'ready' });
    await settle();
  };
  const hear = (notification: Notification, unread: number) =>
    tell({
      kind: 'event',
      name: 'notification_created',
      event: { notification, unread, isAlert: true },
    });
  const hearRead = (unread: number, ids?: string[]) =>
    tell({ kind: 'event', name: 'notifications_read', event: { unread, ...(ids && { ids }) } });
  const hearRemoved = (ids: string[], unread: number) =>
    tell({ kind: 'event', name: 'notifications_removed', event: { ids, unread } });
  const shown = () => store.items().map(({ seq, isRead }) => (isRead ? `${seq} read` : `${seq}`));
  return { store, asked, answers, tell, ready, hear, hearRead, hearRemoved, shown };
}

describe('NotificationStore', () => {
  it('asks when a line comes up, and again when it is back', async () => {
    const { store, asked, answers, ready, shown } = aStore(aPage([aNotification(1)]));
    expect([store.isKnown(), asked]).toEqual([false, []]);
    await ready();
    expect([store.isKnown(), store.unread(), shown()]).toEqual([true, 1, ['1']]);
    answers.push(aPage([aNotification(2), aNotification(1, { isRead: true })]));
    answers.shift();
    await ready();
    expect([store.unread(), shown()]).toEqual([1, ['2', '1 read']]);
  });

  it('has what it hears in its place: the newest first, and what is revised where it was', async () => {
    const { store, ready, hear, shown } = aStore(aPage([aNotification(4), aNotification(2)]));
    await ready();
    hear(aNotification(5), 3);
    hear(aNotification(3), 4);
    hear(aNotification(4, { isRead: true }), 3);
    hear(aNotification(1), 4);
    expect([store.unread(), shown()]).toEqual([4, ['5', '4 read', '3', '2', '1']]);
  });

  it('leaves to the next page what belongs there', async () => {
    const { store, ready, hear, shown } = aStore(aPage([aNotification(4)], 'behind'));
    await ready();
    hear(aNotification(1), 2);
    expect([store.unread(), shown()]).toEqual([2, ['4']]);
  });

  it('hears what is read and removed elsewhere', async () => {
    const items = [aNotification(3), aNotification(2), aNotification(1)];
    const { store, ready, hearRead, hearRemoved, shown } = aStore(aPage(items));
    await ready();
    hearRead(2, ['m2:ada']);
    expect([store.unread(), shown()]).toEqual([2, ['3', '2 read', '1']]);
    hearRemoved(['m3:ada'], 1);
    expect([store.unread(), shown()]).toEqual([1, ['2 read', '1']]);
    hearRead(0);
    expect([store.unread(), shown()]).toEqual([0, ['2 read', '1 read']]);
  });

  it('keeps what is heard while an older answer is on its way', async () => {
    const { store, tell, answers, hear, hearRead, shown } = aStore();
    let answer = (_: NotificationPage): void => undefined;
    answers[0] = new Promise((resolve) => (answer = resolve));
    tell({ kind: 'ready' });
    hear(aNotification(2), 2);
    hearRead(1, ['m1:ada']);
    answer(aPage([aNotification(1)]));
    await settle();
    expect([store.unread(), shown()]).toEqual([1, ['2', '1 read']]);
  });

  it('goes on page by page, each entry once', async () => {
    const { store, asked, answers, ready, shown } = aStore(aPage([aNotification(3)], 'behind'));
    answers.push(aPage([aNotification(3), aNotification(2)]));
    await ready();
    await Promise.all([store.more(), store.more()]);
    await store.more();
    expect([shown(), store.hasMore()]).toEqual([['3', '2'], false]);
    expect(asked).toEqual([
      ['GET notifications', { limit: 30 }],
      ['GET notifications', { limit: 30, cursor: 'behind' }],
    ]);
  });

  it('reads what is pressed at once, and tells it once', async () => {
    const { store, asked, answers, ready, shown } = aStore(
      aPage([aNotification(2), aNotification(1)]),
    );
    answers.push({ unread: 1 });
    await ready();
    const told = store.read(['m2:ada']);
    expect([store.unread(), shown()]).toEqual([1, ['2 read', '1']]);
    await told;
    await store.read(['m2:ada']);
    expect(asked.slice(1)).toEqual([['POST notifications/read', { ids: ['m2:ada'] }]]);
  });

  it('takes back what the server refuses, and says why', async () => {
    const { store, answers, ready, shown } = aStore(aPage([aNotification(1)]));
    answers.push(new RequestProblem('forbidden', 403, {}), aPage([aNotification(1)]));
    await ready();
    await store.readAll();
    expect([store.unread(), shown()]).toEqual([1, ['1']]);
    expect(store.problem()).not.toBe('');
  });

  it('takes back what no server has heard of, though it cannot be asked either', async () => {
    const { store, answers, ready, hear, shown } = aStore(aPage([aNotification(1)]));
    await ready();
    answers[0] = new ConnectionLost();
    const told = store.readAll();
    expect([store.unread(), shown()]).toEqual([0, ['1 read']]);
    hear(aNotification(2), 2);
    await told;
    expect([store.unread(), shown()]).toEqual([2, ['2', '1']]);
    expect(store.problem()).not.toBe('');
  });

  it('leaves unread what comes before the answer to what was read', async () => {
    const { store, answers, ready, hear, hearRead, shown } = aStore(aPage([aNotification(1)]));
    await ready();
    let answer = (_: object): void => undefined;
    answers[0] = new Promise((resolve) => (answer = resolve));
    const told = store.readAll();
    hearRead(0);
    hear(aNotification(2), 1);
    answer({ unread: 0 });
    await told;
    expect([store.unread(), shown()]).toEqual([1, ['2', '1 read']]);
  });

  it('asks again when the server lets it, where it has asked too often', async () => {
    jest.useFakeTimers();
    const { store, asked, answers, ready } = aStore();
    answers[0] = new RequestProblem('rate_limited', 429, { retryAfterMs: 4000 });
    await ready();
    answers[0] = aPage([aNotification(1)]);
    expect([asked.length, store.isKnown(), store.isAsking()]).toEqual([1, false, true]);
    await jest.advanceTimersByTimeAsync(4000);
    expect([asked.length, store.isKnown(), store.isAsking()]).toEqual([2, true, false]);
    jest.useRealTimers();
  });

  it('says that there is no connection, until there is one', async () => {
    const { store, answers, ready } = aStore();
    answers[0] = new ConnectionLost();
    await store.look();
    expect([store.isKnown(), store.problem() !== '']).toEqual([false, true]);
    answers[0] = aPage([]);
    await ready();
    expect([store.isKnown(), store.problem()]).toEqual([true, '']);
  });
});
