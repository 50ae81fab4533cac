import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { Message } from '@app/contracts';
import type { ReadingView } from '../message-list/reading-view';
import { aMessage } from '../testing/builders';
import { Reading } from './reading';
import { placeIn } from './reading-place';

function aReading() {
  const told: (readonly [string, number | null])[] = [];
  const store = {
    messages: signal<readonly Message[]>([3, 4, 5].map((seq) => aMessage({ seq }))),
    isSettled: signal(true),
    lookAt: (seq: number | null) => void told.push(['look', seq]),
    markRead: (seq: number) => void told.push(['read', seq]),
    makeRoom: () => void told.push(['room', null]),
  };
  const [name, isVisible] = [signal('c1'), signal(true)];
  const shown = signal<ReadingView | null>(null);
  const reading = TestBed.runInInjectionContext(
    () => new Reading(store, { name, shown, isVisible }),
  );
  const see = (view: ReadingView | null) => {
    shown.set(view);
    TestBed.tick();
    return told.splice(0);
  };
  return { reading, store, name, isVisible, see, told };
}

const middle: ReadingView = { isAtEnd: false, topSeq: 3, seenSeq: 4 };
const end: ReadingView = { isAtEnd: true, topSeq: 3, seenSeq: 4 };

describe('Reading', () => {
  beforeEach(() => sessionStorage.clear());

  it('tells where one looks and how far one has read; at the end, all of it', () => {
    const { see } = aReading();
    expect(see(null)).toEqual([]);
    expect(see(middle)).toEqual([
      ['look', 3],
      ['read', 4],
    ]);
    expect(see(end)).toEqual([
      ['look', null],
      ['read', 5],
    ]);
  });

  it('marks nothing read while the tab is hidden or the chat has not settled', () => {
    const { see, isVisible, store } = aReading();
    isVisible.set(false);
    expect(see(middle)).toEqual([['look', 3]]);
    isVisible.set(true);
    store.isSettled.set(false);
    expect(see({ ...middle })).toEqual([['look', 3]]);
    store.isSettled.set(true);
    expect(see({ ...middle })).toEqual([
      ['look', 3],
      ['read', 4],
    ]);
  });

  it('knows nothing of another visit until its list is drawn', () => {
    const { see, reading, name } = aReading();
    see(middle);
    name.set('c2');
    reading.rest('c2');
    expect(placeIn('c2')).toBeNull();
  });

  it('keeps the place once nothing moves, and makes room', () => {
    const { see, reading, told } = aReading();
    see(middle);
    expect(placeIn('c1')).toBeNull();
    reading.rest('c1');
    expect([placeIn('c1'), told]).toEqual([3, [['room', null]]]);
    see(end);
    reading.rest('c1');
    expect(placeIn('c1')).toBeNull();
  });
});
