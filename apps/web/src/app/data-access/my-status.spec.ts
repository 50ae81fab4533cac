import { TestBed } from '@angular/core/testing';
import type { Presence, ServerEvent } from '@app/contracts';
import { aUser } from '@app/contracts/testing';
import { ConnectionLost } from '@app/web-realtime';
import type { ConnectionNews } from '@app/web-realtime';
import { signal } from '@angular/core';
import { ChatClient } from './chat-client';
import { ChatSync } from './chat-sync';
import { MyStatus } from './my-status';

const me = aUser('me');

/** A line that says what others see of me. */
function aDevice(others: Presence) {
  const people = signal(new Map([[me.id, { ...me, status: 'offline' }]]));
  const hear = (_: string, { status }: ServerEvent<'user_status'>) =>
    people.set(new Map([[me.id, { ...me, status }]]));
  const line = { isDown: false, told: [] as unknown[] };
  let tell = (_: ConnectionNews): void => undefined;
  const connection = {
    listen: (listener: typeof tell) => {
      tell = listener;
      return () => undefined;
    },
    ask: (name: string, input: unknown) => {
      if (line.isDown) return Promise.reject(new ConnectionLost());
      if (name === 'set_presence') line.told.push(input);
      return Promise.resolve({ items: [{ userId: me.id, status: others }] });
    },
  };
  const client = {
    me,
    connection,
    state: () => ({ people: people() }),
  };
  TestBed.configureTestingModule({
    providers: [
      { provide: ChatClient, useValue: client },
      { provide: ChatSync, useValue: { hear } },
    ],
  });
  return { line, hear, news: (kind: 'ready' | 'lost') => tell({ kind }) };
}

const settle = () => jest.advanceTimersByTimeAsync(0);

describe('MyStatus', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it.each([
    ['online', 'auto'],
    ['away', 'auto'],
    ['dnd', 'dnd'],
    ['offline', 'invisible'],
  ] as const)('takes what others see as %s for %s', async (others, wish) => {
    aDevice(others);
    const status = TestBed.inject(MyStatus);
    // What the cache says is no news.
    expect(status.wish()).toBeNull();
    await settle();
    expect(status.wish()).toBe(wish);
  });

  it('shows a choice at once, and tells it', async () => {
    const { line } = aDevice('online');
    const status = TestBed.inject(MyStatus);
    await settle();
    const chosen = status.choose('dnd');
    expect(status.wish()).toBe('dnd');
    await chosen;
    expect(line.told).toEqual([{ presence: 'dnd' }]);
  });

  it('is as before when nobody could be told', async () => {
    const { line } = aDevice('online');
    const status = TestBed.inject(MyStatus);
    await settle();
    line.isDown = true;
    await expect(status.choose('invisible')).rejects.toBeInstanceOf(ConnectionLost);
    expect(status.wish()).toBe('auto');
  });

  it('is as before when two choices in a row were refused', async () => {
    const { line } = aDevice('online');
    const status = TestBed.inject(MyStatus);
    await settle();
    line.isDown = true;
    const choices = [status.choose('dnd'), status.choose('invisible')];
    expect(await Promise.allSettled(choices)).toMatchObject([
      { status: 'rejected' },
      { status: 'rejected' },
    ]);
    expect(status.wish()).toBe('auto');
  });

  it('stands where an earlier choice is refused', async () => {
    const { line } = aDevice('online');
    const status = TestBed.inject(MyStatus);
    await settle();
    line.isDown = true;
    const first = status.choose('dnd');
    line.isDown = false;
    const second = status.choose('invisible');
    await expect(first).rejects.toBeInstanceOf(ConnectionLost);
    await second;
    expect(status.wish()).toBe('invisible');
  });

  it('follows my other devices, and knows nothing without a line', async () => {
    const { hear, news } = aDevice('online');
    const status = TestBed.inject(MyStatus);
    await settle();
    hear('user_status', { userId: me.id, status: 'dnd' });
    expect(status.wish()).toBe('dnd');
    news('lost');
    expect(status.wish()).toBeNull();
    news('ready');
    await settle();
    expect(status.wish()).toBe('auto');
  });
});
