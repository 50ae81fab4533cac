import { setTimeout as sleep } from 'node:timers/promises';

/** Resolves when `work` is done, or after `ms`: it goes on then. Rejects when it does in time. */
export async function within(ms: number, work: Promise<unknown> | undefined): Promise<void> {
  const timer = new AbortController();
  const late = sleep(ms, undefined, { signal: timer.signal }).catch(() => undefined);
  try {
    await Promise.race([work, late]);
  } finally {
    timer.abort();
  }
}
