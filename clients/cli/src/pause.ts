import { setTimeout } from 'node:timers/promises';

/** Waits so many ms, or until the person has had enough. */
export async function pause(ms: number, enough: AbortSignal): Promise<void> {
  try {
    await setTimeout(ms, undefined, { signal: enough });
  } catch (error) {
    // Who waits looks at `enough` itself.
    if (!enough.aborted) throw error;
  }
}
