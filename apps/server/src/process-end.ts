import { StartRefused, type EmbeddedMongo } from '@app/platform';

/**
 * Runs `start`. What its operator can act on is said in words, without a stack; every failure ends
 * the process with code 1 (and the engine with it, see `KeptRunning`).
 */
export async function startOrRefuse(start: () => Promise<void>): Promise<void> {
  try {
    await start();
  } catch (error) {
    // The last place that can tell a wrong setting from a bug.
    console.error(error instanceof StartRefused ? error.message : error);
    process.exit(1);
  }
}

/**
 * The ways in which the process ends besides the first signal, at which Nest drains: a second
 * signal forces, the death of the launcher counts as a signal, so does a database that stays down.
 */
export function endWith(database: EmbeddedMongo | undefined): void {
  let signals = 0;
  const force = (): void => {
    if (++signals > 1) process.exit(1);
  };
  process.on('SIGINT', force).on('SIGTERM', force);
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  void database?.failed.then((reason) => {
    console.error(reason);
    process.exitCode = 1;
    process.kill(process.pid, 'SIGTERM');
  });
}
