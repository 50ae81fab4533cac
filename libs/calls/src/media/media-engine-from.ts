import { availableParallelism } from 'node:os';
import type { Clock, Config, Ticker } from '@app/platform';
import { Logger } from '@nestjs/common';
import { AbsentMediaEngine } from './absent-media-engine.js';
import { findWorker } from './find-worker.js';
import { busyShare, mediaBounds, spreadAt } from './media-bounds.js';
import type { MediaEngine } from './media-engine.js';

/**
 * The engine of this process: mediasoup where there is a worker of it, else none. Nothing is
 * started before there is a room.
 */
export async function mediaEngineFrom(
  config: Pick<Config, 'media' | 'cacheDir'>,
  clock: Clock,
  ticker: Ticker,
): Promise<MediaEngine> {
  const file = findWorker(config);
  if (file === undefined) {
    new Logger('MediaEngine').warn('There is no media worker: group calls are not available');
    return new AbsentMediaEngine();
  }
  const { MediasoupEngine } = await import('./mediasoup/mediasoup-engine.js');
  const { workers, ...listen } = config.media;
  const options = {
    ...{ file, listen, busyShare, spreadAt, bounds: mediaBounds },
    workers: workers === 0 ? availableParallelism() : workers,
  };
  return new MediasoupEngine(options, clock, ticker);
}
