import type { Server } from 'node:http';
import { Logger, type INestApplication } from '@nestjs/common';
import { Readiness } from '../health/readiness.js';

const signals = ['SIGTERM', 'SIGINT'] as const;

/** Ms until requests that are still running are cut off, so that modules can close in time. */
const cutOffMs = 8000;
/** Ms until the process ends whatever is still open: most supervisors kill after ten seconds. */
const forceMs = 10_000;

/** What ends a process; another one in tests. */
export interface ProcessEnd {
  readonly exit: (code: number) => void;
}

/**
 * On the first SIGTERM or SIGINT, stops the app in order and ends the process: with
 * `process.exitCode` when everything closed, with 1 when it had to be forced after 10 s.
 */
export function stopOnSignals(
  app: INestApplication,
  { exit }: ProcessEnd = { exit: (code) => process.exit(code) },
): void {
  const stop = (): void => {
    ignore();
    void stopInTime(app).then(exit);
  };
  const ignore = hearSignals(stop);
  // An app that is closed by its owner (a test) leaves nothing behind.
  app.get(Readiness).onDrain(ignore);
}

/** Of the apps of this process: one, but where a test has a whole cluster in its own. */
const stops = new Set<() => void>();

const stopAll = (): void => {
  for (const stop of [...stops]) stop();
};

/** By one listener for all of them, which Node would take for a leak. Returns how to end it. */
function hearSignals(stop: () => void): () => void {
  if (stops.size === 0) signals.forEach((signal) => process.on(signal, stopAll));
  stops.add(stop);
  return () => {
    stops.delete(stop);
    if (stops.size === 0) signals.forEach((signal) => process.off(signal, stopAll));
  };
}

/** Resolves to the exit code, after 10 s at the latest. */
async function stopInTime(app: INestApplication): Promise<number> {
  const logger = new Logger('Stop');
  const cutOff = setTimeout(() => {
    logger.warn('Requests are still running; cutting them off');
    (app.getHttpServer() as Server).closeAllConnections();
  }, cutOffMs);
  let force: NodeJS.Timeout | undefined;
  const forced = new Promise<number>((resolve) => {
    force = setTimeout(() => {
      logger.error('Not everything closed in time; ending anyway');
      resolve(1);
    }, forceMs);
  });
  const closed = app.close().then(
    () => Number(process.exitCode ?? 0),
    (error: unknown) => {
      // A module that fails to close: the others were asked to, and the process ends all the same.
      logger.error(error);
      return 1;
    },
  );
  const code = await Promise.race([closed, forced]);
  clearTimeout(cutOff);
  clearTimeout(force);
  return code;
}
