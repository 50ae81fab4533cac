import { afterRenderEffect, Injectable, signal, type Signal } from '@angular/core';
import { inBackground } from '../../in-background';
import { oncePainted } from '../../once-painted';

/** Drawn with everything else that is new; its code has never run. */
const FIRST = 4;
/** So many lines are drawn in one task: on a slow device, too, that is no long one. */
const NEXT = 6;

/**
 * The lines that are drawn at first, part by part: whoever waits for them sees those above while
 * those below are made, and what is pressed in between is heard. Once all were there, they always
 * are, on whatever page one comes back from.
 */
@Injectable({ providedIn: 'root' })
export class FirstParts {
  private readonly most = signal(FIRST);
  private readonly complete = signal(false);

  /** So many lines may be drawn by now. */
  readonly limit = this.most.asReadonly();
  /** All lines that there were at first stand in the page. */
  readonly isComplete = this.complete.asReadonly();

  /** Goes on after each drawing. `wanted`: how many there are; null: not known. In a component. */
  follow(wanted: Signal<number | null>): void {
    const drawn = afterRenderEffect(() => {
      const [count, limit] = [wanted(), this.most()];
      if (count === null) return;
      if (limit < count) this.goOn(limit);
      else {
        drawn.destroy();
        queueMicrotask(() => this.end());
      }
    });
  }

  /** Later: what changes at once is drawn in the same task as the part before. */
  private goOn(limit: number): void {
    const next = (): void => this.most.set(limit + NEXT);
    if (limit === FIRST) oncePainted(next);
    else inBackground(next);
  }

  private end(): void {
    this.most.set(Infinity);
    this.complete.set(true);
  }
}
