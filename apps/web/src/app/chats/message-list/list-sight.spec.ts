import { signal } from '@angular/core';
import type { Virtualizer } from 'virtua/angular';
import { aMessage, aTimeline } from '../testing/builders';
import { ListSight } from './list-sight';
import { dayOf, type TimelineItem } from './timeline-items';

/** A day line and three messages, 100 px each, and what the list was told to scroll to. */
function aSight() {
  const told: [index: number, offset: number][] = [];
  const virtualizer = {
    startMargin: signal(0),
    getItemOffset: (index: number) => index * 100,
    findItemIndex: (px: number) => Math.floor(px / 100),
    scrollToIndex: (index: number, { offset = 0 } = {}) => void told.push([index, offset]),
  } as unknown as Virtualizer<TimelineItem>;
  const rows = aTimeline({ messages: [4, 5, 6].map((seq) => aMessage({ seq })) });
  const isAtEnd = signal(false);
  const drawn = signal<Virtualizer<TimelineItem> | undefined>(virtualizer);
  const sight = new ListSight({ rows: signal(rows), virtualizer: drawn, isAtEnd });
  return { sight, isAtEnd, drawn, told, day: dayOf(rows[0]) };
}

describe('ListSight', () => {
  it('says what stands on the screen, and of which day', () => {
    const { sight, day } = aSight();
    expect(sight.view()).toBeNull();
    sight.look(100, 250);
    expect(sight.view()).toEqual({ isAtEnd: false, topSeq: 4, seenSeq: 5 });
    expect([sight.topDay(), typeof day]).toEqual([day, 'string']);
  });

  it('brings what one reads back to its place, but for the end', () => {
    const { sight, isAtEnd, told } = aSight();
    expect([sight.restore(), told]).toEqual([false, []]);
    sight.look(130, 250);
    expect([sight.restore(), told]).toEqual([true, [[2, -70]]]);
    isAtEnd.set(true);
    expect(sight.restore()).toBe(false);
    expect(told).toHaveLength(1);
  });
});
