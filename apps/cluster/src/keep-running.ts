import { setTimeout as sleep } from 'node:timers/promises';
import type { Part } from './part.js';

/** The pause before a part that ended is started again, in ms. */
const pauseMs = 1000;

/**
 * What a supervisor does: starts a part again whenever it ends, and says so, until `signal`. Every
 * try is a pause after the one before.
 */
export async function keepRunning(
  part: Part,
  signal: AbortSignal,
  say: (line: string) => void,
): Promise<void> {
  const isOver = () => signal.aborted;
  for (;;) {
    await part.gone;
    if (isOver()) return;
    say(`${part.name} has ended; starting it again`);
    try {
      await sleep(pauseMs, undefined, { signal });
      await part.start();
    } catch (error) {
      // Let go meanwhile; or it ended at once, or does not serve: the next round says it again.
      if (isOver()) return;
      say((error as Error).message);
      await part.kill();
    }
  }
}
