import { computed, signal, type Signal } from '@angular/core';
import { nextStep, noRows, type ListStep } from './list-steps';
import type { Settling } from './settling';
import type { TimelineItem } from './timeline-items';

/**
 * What virtua gets, on its way to the items that are wanted. By `shift` it keeps the place from the
 * end, until all has come to rest. So two things wait: what comes in front, for rows to settle, as
 * one below that is measured then would move what is read; and whatever follows, for virtua to hear
 * of the shift, as it would draw where it was before, and measure from there.
 */
export class SteppedRows {
  /** What virtua has got: a step that was asked for and never drawn is none. */
  private drawn = noRows;
  /** Rows came or went in front, and virtua has not heard yet how far that has scrolled. */
  private readonly isShifting = signal(false);

  readonly step = computed((): ListStep => {
    if (this.isShifting()) return this.drawn;
    const next = nextStep(this.drawn, this.wanted());
    return next.shift && this.settling.isOn() ? this.drawn : next;
  });
  readonly rows = computed(() => this.step().rows);

  /** `tell`: lets virtua hear at once how far the page is scrolled. */
  constructor(
    private readonly wanted: Signal<readonly TimelineItem[]>,
    private readonly settling: Settling,
    private readonly tell: () => void,
  ) {}

  /** The step is drawn: called after each rendering. True: rows have come at the end alone. */
  noteDrawn(): boolean {
    const { drawn } = this;
    const step = this.step();
    if (step.shift && step !== drawn) this.tellShift();
    this.drawn = step;
    return !step.shift && step.rows.length > drawn.rows.length;
  }

  /**
   * The page tells only with the next frame that the shift has scrolled it. A row that is measured
   * before would be made up for from where virtua believes to be: where there was no way on, that
   * is beyond the edge of the list, and the place would be lost. So virtua hears it at once.
   */
  private tellShift(): void {
    this.isShifting.set(true);
    queueMicrotask(() => {
      this.isShifting.set(false);
      this.tell();
    });
  }
}
