import { aUser } from '@app/contracts/testing';
import { startPresenceBeat } from './presence-beat';
import { PresenceWatch } from './presence-watch';
import { FakeChatServer } from './testing';

const [me, ann, bea] = [aUser('me'), aUser('ann'), aUser('bea')];

function aServer() {
  const server = new FakeChatServer(me);
  const ask = jest.spyOn(server, 'ask');
  const asked = () =>
    ask.mock.calls.map(([name, input]) => [name, Object.values(input)[0] as unknown]);
  return { server, asked, ask };
}

const settle = (ms = 0) => jest.advanceTimersByTimeAsync(ms);

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

describe('PresenceWatch', () => {
  it('asks once per turn, for each person once, and tells how they are', async () => {
    const { server, asked } = aServer();
    const heard: string[] = [];
    const watch = new PresenceWatch(server, ({ userId, status }) =>
      heard.push(`${userId}: ${status}`),
    );
    server.goOnline();
    watch.watch([ann.id]);
    watch.watch([ann.id, bea.id]);
    await settle();
    expect(asked()).toEqual([['watch_presence', ['ann', 'bea']]]);
    expect(heard).toEqual(['ann: online', 'bea: online']);
  });

  it('lets go of a person when the last place that showed them is gone', async () => {
    const { server, asked, ask } = aServer();
    const watch = new PresenceWatch(server, () => undefined);
    server.goOnline();
    const [first, second] = [watch.watch([ann.id]), watch.watch([ann.id])];
    await settle();
    ask.mockClear();
    first();
    first();
    await settle();
    expect(asked()).toEqual([]);
    second();
    await settle();
    expect(asked()).toEqual([['unwatch_presence', ['ann']]]);
  });

  it('asks again after each ready', async () => {
    const { server, asked, ask } = aServer();
    const watch = new PresenceWatch(server, () => undefined);
    watch.watch([ann.id]);
    await settle();
    ask.mockClear();
    server.goOnline();
    await settle();
    server.goOffline();
    server.goOnline();
    await settle();
    expect(asked()).toEqual([
      ['watch_presence', ['ann']],
      ['watch_presence', ['ann']],
    ]);
  });
});

describe('startPresenceBeat', () => {
  const beats = (asked: unknown[][]) => asked.map(([, isActive]) => isActive);

  it('says every 20 s that it is here, and when nobody touches it any more', async () => {
    const { server, asked, ask } = aServer();
    const stop = startPresenceBeat(server, document);
    server.goOnline();
    await settle(40_000);
    expect(beats(asked())).toEqual([true, true, true]);
    await settle(5 * 60_000);
    ask.mockClear();
    await settle(20_000);
    expect(beats(asked())).toEqual([false]);
    stop();
  });

  it('says at once that the person is back', async () => {
    const { server, asked, ask } = aServer();
    const stop = startPresenceBeat(server, document);
    server.goOnline();
    await settle(6 * 60_000);
    ask.mockClear();
    document.dispatchEvent(new Event('keydown'));
    document.dispatchEvent(new Event('keydown'));
    expect(beats(asked())).toEqual([true]);
    stop();
  });
});
