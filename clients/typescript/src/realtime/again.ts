const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 5000;

/** Does what has failed once more: after a random part of a time that doubles with each failure. */
export class Again {
  private failures = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isClosed = false;

  constructor(private readonly work: () => void) {}

  /** It has failed. Of many who say so at once one is heard. */
  soon(): void {
    if (this.isClosed || this.timer !== undefined) return;
    const bound = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** this.failures++);
    this.timer = setTimeout(() => {
      this.timer = undefined;
      this.work();
    }, Math.random() * bound);
  }

  /** All begins anew: what waited is not done, and the next wait is a short one. */
  reset(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.failures = 0;
  }

  /** Idempotent. */
  close(): void {
    this.isClosed = true;
    this.reset();
  }
}
