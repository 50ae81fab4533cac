import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { Call } from '@app/contracts';
import { ada, jonas, mira } from '../../chats/testing/builders';
import { aCall } from '../testing/a-call';
import { handsOf, raisedHands } from './raised-hands';

/** Who has raised a hand, and in which minute. */
const callWith = (minutes: Readonly<Record<string, number>>): Call =>
  aCall({
    kind: 'group',
    parties: [ada, mira, jonas].map(({ id }) => ({
      ...{ userId: id, state: 'joined' as const },
      ...(minutes[id] !== undefined && { handAt: `2026-01-01T00:0${minutes[id]}:00.000Z` }),
    })),
  });

describe('raisedHands', () => {
  it('are in the order in which they were raised', () => {
    const hands = handsOf(callWith({ [ada.id]: 3, [jonas.id]: 1 }));
    expect([...hands]).toEqual([
      [jonas.id, 1],
      [ada.id, 2],
    ]);
  });

  it('tell of the newest one of another, once for each time, and never of mine', () => {
    const call = signal(callWith({}));
    const { newest } = TestBed.runInInjectionContext(() => raisedHands(call, ada.id));
    const after = (minutes: Readonly<Record<string, number>>) => {
      call.set(callWith(minutes));
      TestBed.tick();
      return newest();
    };
    expect(after({ [ada.id]: 1 })).toBeNull();
    expect(after({ [ada.id]: 1, [mira.id]: 2 })).toBe(mira.id);
    expect(after({ [mira.id]: 2, [jonas.id]: 3 })).toBe(jonas.id);
    expect(after({ [mira.id]: 2 })).toBeNull();
    expect(after({ [mira.id]: 2, [jonas.id]: 4 })).toBe(jonas.id);
  });
});
