import { Injectable } from '@angular/core';

/** So long nobody else gets it: longer than a tab may be late that sleeps lightly. */
const HELD_MS = 10_000;

/** Of those so many are remembered here: the same may be told again much later. */
const MAX_HAD = 500;

/**
 * One tab of a browser alerts, though all of them hear the news. By Web Locks: who comes first has
 * it. A browser without them alerts in each.
 */
@Injectable({ providedIn: 'root' })
export class AlertClaims {
  private readonly had = new Set<string>();

  /** After `waitMs`, in which others may be quicker. False: another tab has it, or this one had. */
  async claim(id: string, waitMs: number): Promise<boolean> {
    await passed(waitMs);
    if (this.had.has(id)) return false;
    this.had.add(id);
    if (this.had.size > MAX_HAD) this.had.delete(this.had.values().next().value!);
    const { locks } = navigator as { locks?: LockManager };
    if (!locks) return true;
    return new Promise((resolve) => {
      void locks.request(`parley-alert-${id}`, { ifAvailable: true }, (lock) => {
        resolve(lock !== null);
        return lock ? passed(HELD_MS) : undefined;
      });
    });
  }
}

function passed(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
