import { DestroyRef, inject, Injectable, signal } from '@angular/core';
import { NOW } from './clock';

/** The midnight, here, with which today began: a page that stays open sees the next day come. */
@Injectable({ providedIn: 'root' })
export class Today {
  private readonly now = inject(NOW);
  private readonly begun = signal(midnight(this.now()));
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** In ms since 1970. */
  readonly midnight = this.begun.asReadonly();

  constructor() {
    const look = (): void => this.look();
    look();
    // A device that has slept is late: it is looked at before it is looked upon.
    document.addEventListener('visibilitychange', look);
    inject(DestroyRef).onDestroy(() => {
      document.removeEventListener('visibilitychange', look);
      clearTimeout(this.timer);
    });
  }

  private look(): void {
    const now = this.now();
    clearTimeout(this.timer);
    this.begun.set(midnight(now));
    this.timer = setTimeout(() => this.look(), midnight(now, 1) - now.getTime());
  }
}

/** Of this day, or of one so many days later, however long they are. */
function midnight(now: Date, later = 0): number {
  const day = new Date(now);
  day.setHours(0, 0, 0, 0);
  return day.setDate(day.getDate() + later);
}
