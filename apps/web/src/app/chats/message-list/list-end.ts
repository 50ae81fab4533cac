import { computed, signal, type Signal } from '@angular/core';

/**
 * Closer to the end than this counts as "at the end": new messages scroll into view, and all is
 * read. Less than the lowest row, so that none is hidden below, and no unread line leaves above.
 */
const END_PX = 24;

/** Rows of a screen at its end; virtua begins with rows of 40 px. */
const LAST_ROWS = 18;

/** Of the element that scrolls. */
export type ScrollState = Pick<HTMLElement, 'scrollTop' | 'scrollHeight' | 'clientHeight'>;

/**
 * Whether the end of the log is on the screen. Only who moves up leaves it: rows that come below
 * are followed, also those to which virtua has scrolled before there was room.
 */
export class ListEnd {
  readonly isReached = signal(true);
  /** Null: nothing has moved yet. */
  private top: number | null = null;

  /**
   * While it is, what stands there stays: the last rows, by their index. virtua would take them
   * away, and bring them back in the next frame, when they turn out to be higher than it believed.
   */
  readonly kept = computed((): readonly number[] => {
    if (!this.isReached()) return [];
    const { length } = this.rows();
    const from = Math.max(0, length - LAST_ROWS);
    return Array.from({ length: length - from }, (_, n) => from + n);
  });

  constructor(private readonly rows: Signal<readonly unknown[]>) {}

  /** After a `scroll`. True: rows have come, and the end has to be gone to. */
  look({ scrollTop, scrollHeight, clientHeight }: ScrollState, hasNewer: boolean): boolean {
    // virtua itself goes to the end first: whoever is at the beginning by then has gone there.
    const isUp = this.top === null ? scrollTop === 0 : scrollTop < this.top;
    this.top = scrollTop;
    const isClose = scrollHeight - scrollTop - clientHeight < END_PX && !hasNewer;
    const isLeftBehind = !isClose && !isUp && !hasNewer && this.isReached();
    this.isReached.set(isClose || isLeftBehind);
    return isLeftBehind;
  }
}
