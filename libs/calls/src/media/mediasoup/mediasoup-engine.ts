import type { Clock, Ticker } from '@app/platform';
import { Logger } from '@nestjs/common';
import { listenInfos } from '../listen-infos.js';
import { noCapacity, noMedia, type MediaBounds } from '../media-bounds.js';
import type { MediaConfig } from '../media-config.js';
import { MediaEngine, type MediaLoad, type MediaRoom } from '../media-engine.js';
import type { MediaListener } from '../media-event.js';
import { chooseWorker } from '../worker-choice.js';
import type { MediaWorker } from './media-worker.js';
import type { OtherWorkers } from './mediasoup-room.js';
import type { RoomWorker } from './room-branch.js';

export interface MediasoupOptions {
  /** Path of the worker's program. */
  readonly file: string;
  /** How many of them at most. */
  readonly workers: number;
  readonly listen: Pick<MediaConfig, 'address' | 'announced' | 'port'>;
  readonly bounds: MediaBounds;
  readonly busyShare: number;
  /** Consumers of a room on one worker beyond which it spreads over another one. */
  readonly spreadAt: number;
}

/** Stands in for a worker that is about to run: it will have a room. */
const starting: MediaLoad = { rooms: 1, share: 0 };

/** Of a worker that is none to choose. */
const excluded: MediaLoad = { rooms: 1, share: Infinity };

/** Rooms on workers of mediasoup, which are started as rooms need them. */
export class MediasoupEngine extends MediaEngine implements OtherWorkers {
  readonly #logger = new Logger(MediasoupEngine.name);
  readonly #running: (MediaWorker | undefined)[];
  readonly #starting: (Promise<MediaWorker> | undefined)[];
  #closed: Promise<void> | undefined;

  constructor(
    private readonly options: MediasoupOptions,
    private readonly clock: Clock,
    private readonly ticker: Ticker,
  ) {
    super();
    this.#running = Array.from({ length: options.workers }, () => undefined);
    this.#starting = [...this.#running] as undefined[];
  }

  get spreadAt(): number {
    return this.options.spreadAt;
  }

  async openRoom(listener: MediaListener): Promise<MediaRoom> {
    const worker = await this.#choose();
    try {
      return await worker.openRoom(listener, this);
    } catch (error) {
      // It has died in this moment; the next room finds another one.
      this.#logger.error(`No room on worker ${worker.worker.pid}: ${String(error)}`);
      throw noMedia();
    }
  }

  another(than: readonly RoomWorker[]): (() => Promise<MediaWorker>) | undefined {
    if (this.#closed) return undefined;
    const index = this.#leastIndex((worker) => than.includes(worker));
    return index === undefined ? undefined : () => this.#workerAt(index);
  }

  loads(): readonly MediaLoad[] {
    return this.#running.flatMap((worker) => (worker ? [worker.load] : []));
  }

  close(): Promise<void> {
    this.#closed ??= this.#closeAll();
    return this.#closed;
  }

  async #choose(): Promise<MediaWorker> {
    if (this.#closed) throw noMedia();
    const index = this.#leastIndex(() => false);
    if (index === undefined) throw noCapacity();
    return this.#workerAt(index);
  }

  #leastIndex(isExcluded: (worker: MediaWorker) => boolean): number | undefined {
    const loads = this.#running.map((worker, index) => {
      if (!worker) return this.#starting[index] && starting;
      return isExcluded(worker) ? excluded : worker.load;
    });
    return chooseWorker(loads, this.options.busyShare);
  }

  async #workerAt(index: number): Promise<MediaWorker> {
    return this.#running[index] ?? (this.#starting[index] ??= this.#start(index));
  }

  /** Rejects with `service_unavailable`, and says why. */
  async #start(index: number): Promise<MediaWorker> {
    const { file, listen, bounds, busyShare } = this.options;
    const options = { file, bounds, busyShare, listenInfos: listenInfos(listen, index) };
    try {
      // Not before somebody calls: with it comes all of mediasoup.
      const { MediaWorker: Workers } = await import('./media-worker.js');
      const worker = await Workers.start(options, this.clock, this.ticker);
      this.#running[index] = worker;
      worker.whenDead(() => this.#replace(index, worker));
      return worker;
    } catch (error) {
      // No such program, or nothing to listen on: for whoever runs the server to see.
      this.#logger.error(`No media worker: ${String(error)}`);
      throw noMedia();
    } finally {
      this.#starting[index] = undefined;
    }
  }

  #replace(index: number, dead: MediaWorker): void {
    this.#logger.error(`Media worker ${dead.worker.pid} has died`);
    this.#running[index] = undefined;
    // One that dies without a room would do so again and again; the next room tries.
    if (this.#closed || !dead.hadRooms) return;
    this.#starting[index] = this.#start(index);
    this.#starting[index].catch(() => undefined);
  }

  async #closeAll(): Promise<void> {
    await Promise.allSettled(this.#starting.filter((each) => each !== undefined));
    // One that dies meanwhile has taken itself out.
    const running = this.#running.splice(0).filter((each) => each !== undefined);
    await Promise.all(running.map((worker) => worker.close()));
  }
}
