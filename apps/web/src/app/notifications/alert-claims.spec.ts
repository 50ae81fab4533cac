import { AlertClaims } from './alert-claims';

/** Of one browser: what a tab holds no other gets. */
function fakeLocks() {
  const held = new Set<string>();
  const request = async (
    name: string,
    _: LockOptions,
    run: (lock: object | null) => Promise<void> | undefined,
  ) => {
    if (held.has(name)) return void run(null);
    held.add(name);
    await run({ name });
    held.delete(name);
  };
  return { request };
}

function withLocks(value: unknown): void {
  Object.defineProperty(navigator, 'locks', { value, configurable: true });
}

describe('AlertClaims', () => {
  beforeEach(() => {
    jest.useFakeTimers();
    withLocks(fakeLocks());
  });
  afterEach(() => {
    jest.useRealTimers();
    withLocks(undefined);
  });

  it('is for the tab that waits the shortest, whichever heard of it first', async () => {
    const tabs = [new AlertClaims(), new AlertClaims(), new AlertClaims()];
    const claims = tabs.map((tab, at) => tab.claim('m1', [300, 0, 100][at]!));
    await jest.advanceTimersByTimeAsync(300);
    expect(await Promise.all(claims)).toEqual([false, true, false]);
  });

  it('stays with it for those that are late', async () => {
    const first = new AlertClaims().claim('m1', 0);
    await jest.advanceTimersByTimeAsync(2000);
    const second = new AlertClaims().claim('m1', 0);
    await jest.advanceTimersByTimeAsync(0);
    expect([await first, await second]).toEqual([true, false]);
  });

  it('is of one alert: the next one is for whoever comes first then', async () => {
    const claims = ['m1', 'm2'].map((id) => new AlertClaims().claim(id, 0));
    await jest.advanceTimersByTimeAsync(0);
    expect(await Promise.all(claims)).toEqual([true, true]);
  });

  it('is given once in a tab, however much later it is told again', async () => {
    const tab = new AlertClaims();
    const first = tab.claim('m1', 0);
    await jest.advanceTimersByTimeAsync(60_000);
    const again = tab.claim('m1', 0);
    await jest.advanceTimersByTimeAsync(0);
    expect([await first, await again]).toEqual([true, false]);
  });

  it('is for each tab where the browser has no locks', async () => {
    withLocks(undefined);
    const claims = [0, 100].map((waitMs) => new AlertClaims().claim('m1', waitMs));
    await jest.advanceTimersByTimeAsync(100);
    expect(await Promise.all(claims)).toEqual([true, true]);
  });
});
