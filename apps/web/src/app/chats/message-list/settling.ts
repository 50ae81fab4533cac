import { signal } from '@angular/core';

/** A row that comes is drawn in one frame, and measured in that one or the next. */
const QUIET_FRAMES = 3;

/** The time in which rows that have just come are measured; over after some frames without any. */
export class Settling {
  private readonly state = signal(false);
  private quietFrames = 0;

  readonly isOn = this.state.asReadonly();

  begin(): void {
    this.quietFrames = 0;
    if (this.state()) return;
    this.state.set(true);
    requestAnimationFrame(() => this.look());
  }

  /** A row was measured: others may come where it is smaller than was thought. */
  prolong(): void {
    this.quietFrames = 0;
  }

  private look(): void {
    if (++this.quietFrames < QUIET_FRAMES) requestAnimationFrame(() => this.look());
    else this.state.set(false);
  }
}
