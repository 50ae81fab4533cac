import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { ConnectionLost } from '@app/web-session';
import { Polled } from './polled';

/** A server that counts, whose answers can be held back. */
function aCount() {
  const server = { count: 0, isDown: false, isSlow: false };
  const waiting: (() => void)[] = [];
  const isFollowed = signal(true);
  const ask = async () => {
    const count = ++server.count;
    if (server.isSlow) await new Promise<void>((go) => waiting.push(go));
    if (server.isDown) throw new ConnectionLost();
    return count;
  };
  const polled = TestBed.runInInjectionContext(() => new Polled(ask, isFollowed));
  const pass = async (ms: number) => {
    TestBed.tick();
    await jest.advanceTimersByTimeAsync(ms);
  };
  return { polled, server, waiting, isFollowed, pass };
}

function show(visibilityState: DocumentVisibilityState): void {
  jest.spyOn(document, 'visibilityState', 'get').mockReturnValue(visibilityState);
  document.dispatchEvent(new Event('visibilitychange'));
}

describe('Polled', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => {
    jest.useRealTimers();
    jest.restoreAllMocks();
  });

  it('asks again every five seconds, and says nothing of it', async () => {
    const { polled, pass } = aCount();
    const first = polled.load();
    expect([polled.state(), polled.isBusy()]).toEqual(['awaited', true]);
    await first;
    expect([polled.state(), polled.isBusy(), polled.answer()]).toEqual(['answered', false, 1]);
    await pass(4999);
    expect(polled.answer()).toBe(1);
    await pass(1);
    expect([polled.answer(), polled.isBusy()]).toEqual([2, false]);
  });

  it('asks no more while it is not followed, or nobody sees the page', async () => {
    const { server, isFollowed, pass } = aCount();
    isFollowed.set(false);
    await pass(20_000);
    isFollowed.set(true);
    show('hidden');
    await pass(20_000);
    expect(server.count).toBe(0);
    show('visible');
    await pass(5000);
    expect(server.count).toBe(1);
  });

  it('asks a slow server once, and anew when somebody wants it', async () => {
    const { polled, server, waiting, pass } = aCount();
    server.isSlow = true;
    await pass(20_000);
    expect(server.count).toBe(1);
    const wanted = polled.load();
    waiting[1]!();
    await wanted;
    waiting[0]!();
    await pass(0);
    expect(polled.answer()).toBe(2);
  });

  it('keeps what it has when no answer comes, and says why until one does', async () => {
    const { polled, server, pass } = aCount();
    server.isDown = true;
    await polled.load();
    expect([polled.state(), polled.isBusy()]).toEqual(['failed', false]);
    server.isDown = false;
    await polled.load();
    server.isDown = true;
    await pass(5000);
    expect([polled.answer(), polled.problem()]).toEqual([
      2,
      'No connection to the server. Try again.',
    ]);
    server.isDown = false;
    await pass(5000);
    expect([polled.answer(), polled.problem()]).toEqual([4, '']);
  });
});
