import { IceServerKeeper, type IceOffer } from './ice-server-keeper';

const minute = 60_000;
const pass = (ms = 0) => jest.advanceTimersByTimeAsync(ms);
const offer = (username: string, goodForMs = minute): IceOffer => ({
  iceServers: [{ urls: 'turn:relay', username }],
  goodForMs,
});

/** `offers`: what comes next; when there is none, they are not to be had. */
function aKeeper(...offers: (IceOffer | null)[]) {
  const heard: string[] = [];
  const asked: number[] = [];
  const keeper = new IceServerKeeper(() => {
    asked.push(Date.now());
    return Promise.resolve(offers.shift() ?? null);
  });
  const listen = () => keeper.watch(([server]) => void heard.push(server!.username!));
  const names = async () => (await keeper.get()).map(({ username }) => username);
  return { keeper, heard, asked, listen, names };
}

describe('IceServerKeeper', () => {
  beforeEach(() => jest.useFakeTimers({ now: 0 }));
  afterEach(() => jest.useRealTimers());

  it('asks once for those that hold, and anew for who comes when they do not', async () => {
    const { asked, names } = aKeeper(offer('one'), offer('other'));
    expect(await Promise.all([names(), names()])).toEqual([['one'], ['one']]);
    await pass(0.8 * minute - 1);
    expect(await names()).toEqual(['one']);
    await pass(1);
    expect(await names()).toEqual(['other']);
    expect(asked).toEqual([0, 0.8 * minute]);
  });

  it('asks before they expire as long as somebody watches, and not longer', async () => {
    const { asked, heard, listen, names } = aKeeper(offer('1'), offer('2'), offer('3'), offer('4'));
    await names();
    const stop = listen();
    await pass(2 * minute);
    expect([heard, asked]).toEqual([
      ['2', '3'],
      [0, 48_000, 96_000],
    ]);
    stop();
    await pass(10 * minute);
    expect([asked.length, jest.getTimerCount()]).toEqual([3, 0]);
  });

  it('keeps those that it has where no others are to be had, and asks again', async () => {
    const { heard, asked, listen, names } = aKeeper(offer('1'), null, null, offer('2'));
    await names();
    listen();
    await pass(0.8 * minute);
    expect([await names(), heard]).toEqual([['1'], []]);
    await pass(10_000);
    expect([heard, asked]).toEqual([['2'], [0, 48_000, 48_000, 58_000]]);
  });

  it('does not ask all the time where the clocks of both do not agree', async () => {
    const { asked, listen, names } = aKeeper(...Array.from({ length: 9 }, () => offer('1', -1)));
    await names();
    listen();
    await pass(30_000);
    expect(asked).toEqual([0, 10_000, 20_000, 30_000]);
  });
});
