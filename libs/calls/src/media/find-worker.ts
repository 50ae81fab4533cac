import { join } from 'node:path';
import { isProgram, StartRefused, type Config } from '@app/platform';

/** What the set-up (`tools/setup/media-worker-recipes.mjs`) puts into the cache. */
export const cachedWorkers: readonly string[] = [
  'mediasoup-worker-3.27.1-prebuilt/mediasoup-worker',
  'mediasoup-worker-3.27.1-built-2/mediasoup-worker',
];

/**
 * The given worker of mediasoup, or the one that the set-up made; undefined where there is none.
 * Throws `StartRefused` when the given one is no program.
 */
export function findWorker({
  media: { workerFile },
  cacheDir,
}: Pick<Config, 'media' | 'cacheDir'>): string | undefined {
  if (workerFile === undefined)
    return cachedWorkers.map((path) => join(cacheDir, path)).find(isProgram);
  if (isProgram(workerFile)) return workerFile;
  throw new StartRefused(`PARLEY_MEDIA_WORKER: ${workerFile} is not a program that can be started`);
}
