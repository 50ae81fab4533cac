import { Injectable } from '@angular/core';

/** So long nobody else gets it: longer than a tab may be late that sleeps lightly. */
const HELD_MS = 10_000;

/**
 * One tab of a browser alerts, though all of them hear the news. By Web Locks: who comes first has
 * it. A browser without them alerts in each.
 */
@Injectable({ providedIn: 'root' })
export class AlertClaims {
  /** After `waitMs`, in which others may be quicker. False: another tab has it. */
  async claim(id: string, waitMs: number): Promise<boolean> {
    await passed(waitMs);
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
