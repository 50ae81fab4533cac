import { signal, type Signal } from '@angular/core';
import type { Virtualizer } from 'virtua/angular';
import { placeAt, scrollToPlace, type ListPlace } from './list-place';
import { isSameView, readingView, type ReadingView } from './reading-view';
import { dayOf, type TimelineItem } from './timeline-items';

interface DrawnList {
  readonly rows: Signal<readonly TimelineItem[]>;
  readonly virtualizer: Signal<Virtualizer<TimelineItem> | undefined>;
  /** The end of the log is on the screen. */
  readonly isAtEnd: Signal<boolean>;
}

/** What of the list stands on the screen: for whoever tells how far one has read, and to keep. */
export class ListSight {
  /** Null: nothing was looked at yet. */
  readonly view = signal<ReadingView | null>(null, { equal: isSameView });
  /** The day of what stands on top. */
  readonly topDay = signal<string | null>(null);
  private place: ListPlace | null = null;

  constructor(private readonly list: DrawnList) {}

  /** `offset`: how far the list is scrolled; `height`: of the screen. */
  look(offset: number, height: number): void {
    const [virtualizer, rows] = [this.list.virtualizer(), this.list.rows()];
    const top = virtualizer?.findItemIndex(offset) ?? 0;
    const bottom = virtualizer?.findItemIndex(offset + height);
    this.place = virtualizer ? placeAt(offset, rows, virtualizer) : null;
    this.topDay.set(dayOf(rows[top]) ?? this.topDay());
    this.view.set(readingView(rows, { top, bottom }, this.list.isAtEnd()));
  }

  /**
   * Rows have other heights, or are here again: what one reads comes back to its place. False: it
   * is not here, or that was the end, which keeps itself.
   */
  restore(): boolean {
    const [virtualizer, rows] = [this.list.virtualizer(), this.list.rows()];
    if (!virtualizer || !this.place || this.list.isAtEnd()) return false;
    return scrollToPlace(this.place, rows, virtualizer);
  }
}
