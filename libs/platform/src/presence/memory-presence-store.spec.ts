import { ChatId, UserId } from '@app/contracts';
import { SystemClock } from '../clock/clock.js';
import { SystemTicker } from '../clock/ticker.js';
import { ManualTime } from '../testing/manual-time.js';
import { MemoryPresenceStore } from './memory-presence-store.js';
import { MemoryTypingStore } from './memory-typing-store.js';
import { presenceStoreConformance, quickTimes } from './presence-store.conformance.js';
import { typingStoreConformance } from './typing-store.conformance.js';

const ada = UserId.parse('ada');

describe('MemoryPresenceStore', () => {
  presenceStoreConformance(
    (times) => {
      const store = new MemoryPresenceStore(new SystemClock(), new SystemTicker(), times);
      return [store, store];
    },
    () => undefined,
  );

  function standing() {
    const time = new ManualTime();
    const store = new MemoryPresenceStore(time, time);
    const news: string[] = [];
    const start = time.now().getTime();
    store.onChange(({ status }) => news.push(`${time.now().getTime() - start} ${status}`));
    return { time, store, news };
  }

  it('is offline within 10 s of the last device, and not at once', async () => {
    const { time, store, news } = standing();
    await store.renew({ userId: ada, deviceId: 'phone', isActive: true });
    await store.release(ada, 'phone');
    time.advance(60_000);
    expect(news).toEqual(['0 online', '9500 offline']);
  });

  it('is offline within 60 s of the last sign of life', async () => {
    const { time, store, news } = standing();
    for (let beat = 0; beat < 3; beat++) {
      await store.renew({ userId: ada, deviceId: 'phone', isActive: true });
      time.advance(20_000);
    }
    time.advance(600_000);
    expect(news).toEqual(['0 online', `${40_000 + 59_500} offline`]);
  });

  it('looks at nobody but those who are asked about', async () => {
    const { time, store } = standing();
    for (let n = 0; n < 1000; n++) {
      await store.renew({ userId: UserId.parse(`u${n}`), deviceId: 'd', isActive: true });
    }
    let looks = 0;
    store.onChange(() => looks++);
    // Time passes without a beat of the ticker: what is over shows by who is asked about.
    time.pass(60_000);
    expect(await store.statusOf([UserId.parse('u1')])).toMatchObject([{ status: 'offline' }]);
    expect(looks).toBe(1);
  });

  it('looks at nobody of whom nothing ends', async () => {
    const { time, store } = standing();
    for (let n = 0; n < 1000; n++) {
      await store.renew({ userId: UserId.parse(`u${n}`), deviceId: 'd', isActive: true });
    }
    const looks = jest.spyOn(time, 'now');
    time.advance(500);
    // The sweep's own; looking at somebody takes another one.
    expect(looks).toHaveBeenCalledTimes(1);
    time.advance(60_000);
    expect(looks.mock.calls.length).toBeGreaterThan(1000);
  });

  it('ends the lease of a device that others outlive', async () => {
    const { time, store, news } = standing();
    await store.renew({ userId: ada, deviceId: 'phone', isActive: true });
    time.advance(30_000);
    await store.renew({ userId: ada, deviceId: 'desk', isActive: false });
    time.advance(40_000);
    expect(news).toEqual(['0 online', '59500 away']);
  });

  it('ends leases although the clock was set back', async () => {
    const time = new ManualTime();
    let shiftMs = 0;
    const clock = { now: () => new Date(time.now().getTime() + shiftMs) };
    const store = new MemoryPresenceStore(clock, time);
    const news: string[] = [];
    store.onChange(({ status }) => news.push(status));
    await store.renew({ userId: ada, deviceId: 'phone', isActive: true });
    shiftMs = -3_600_000;
    time.advance(61_000);
    expect(news).toEqual(['online', 'offline']);
  });

  it('forgets who has been gone for long', async () => {
    const time = new ManualTime();
    const day = 24 * 3_600_000;
    const store = new MemoryPresenceStore(time, time, { ...quickTimes, sweepMs: day });
    for (let n = 0; n < 100; n++) {
      const userId = UserId.parse(`u${n}`);
      await store.renew({ userId, deviceId: 'd', isActive: true });
      await store.release(userId, 'd');
    }
    time.advance(32 * day);
    expect(store.size).toBe(0);
  });
});

describe('MemoryTypingStore', () => {
  typingStoreConformance(
    (lifeMs) => {
      const store = new MemoryTypingStore(new SystemClock(), lifeMs);
      return [store, store];
    },
    () => undefined,
  );

  it('ends after 6 s', async () => {
    const time = new ManualTime();
    const store = new MemoryTypingStore(time);
    const chat = ChatId.parse('c');
    await store.set(chat, ada, true);
    time.advance(5999);
    expect(await store.in(chat)).toEqual([ada]);
    time.advance(1);
    expect(await store.in(chat)).toEqual([]);
  });
});
