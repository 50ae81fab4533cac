import { computed, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { adoptChatList, emptyState, type ClientState } from '@app/chat-state';
import { ChatId } from '@app/contracts';
import { aUser, ModelChat } from '@app/contracts/testing';
import { muteClock } from './mute-clock';

const me = aUser('me');
const [c1, c2] = [ChatId.parse('c1'), ChatId.parse('c2')];
const HOUR_MS = 3_600_000;

/** A state with these ends of muting, in hours from now; null: not muted. */
function muted(ends: readonly (number | null)[]): ClientState {
  const rows = ends.map((hours, at) => {
    const row = new ModelChat([c1, c2][at]!, [me], { name: 'Crew' }).chatOf(me.id);
    const end = hours === null ? null : new Date(Date.now() + hours * HOUR_MS).toISOString();
    return { ...row, settings: { ...row.settings, mutedUntil: end } };
  });
  return adoptChatList(emptyState(me), rows);
}

function aClock(ends: readonly (number | null)[]) {
  const state = signal(muted(ends));
  const started = Date.now();
  const moment = TestBed.runInInjectionContext(() => muteClock(state, () => new Date()));
  const hours = computed(() => Math.round((moment().getTime() - started) / HOUR_MS));
  const after = async (ms: number) => {
    TestBed.tick();
    await jest.advanceTimersByTimeAsync(ms);
    TestBed.tick();
    return hours();
  };
  return { state, after };
}

describe('muteClock', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('moves on when the next mute ends, and then with the one after it', async () => {
    const { after } = aClock([3, 1]);
    expect(await after(HOUR_MS / 2)).toBe(0);
    expect(await after(HOUR_MS / 2)).toBe(1);
    expect(await after(HOUR_MS)).toBe(1);
    expect(await after(HOUR_MS)).toBe(3);
  });

  it('follows a mute that is changed, and has no timer for none', async () => {
    const { state, after } = aClock([1, null]);
    await after(0);
    state.set(muted([2, null]));
    expect(await after(HOUR_MS)).toBe(0);
    expect(await after(HOUR_MS)).toBe(2);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('does not take one that ends in years for one that ends now', async () => {
    const { after } = aClock([24 * 365 * 1000, null]);
    expect(await after(HOUR_MS)).toBe(0);
    expect(await after(25 * 24 * HOUR_MS)).toBe(597);
  });
});
