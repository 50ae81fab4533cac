import { setTimeout as pause } from 'node:timers/promises';

/** Resolves with the first thing that `probe` finds, for what has no event; the caller's time-out holds. */
export async function until(probe) {
  for (;;) {
    const found = probe();
    if (found) return found;
    await pause(50);
  }
}
