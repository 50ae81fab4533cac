import { createWorker, type types } from 'mediasoup';
import type { Clock, Ticker } from '@app/platform';
import { CpuShare } from '../cpu-share.js';
import { LedgerRoom } from '../ledger-room.js';
import type { ListenInfo } from '../listen-infos.js';
import type { MediaBounds } from '../media-bounds.js';
import type { MediaLoad } from '../media-engine.js';
import type { MediaListener } from '../media-event.js';
import { MediasoupRoom, type OtherWorkers } from './mediasoup-room.js';
import type { CarriedRoom, RoomWorker } from './room-branch.js';

/** Between two looks at how much it works, in ms. */
const lookMs = 2000;

/** What it may take to end once it was told to, in ms. */
const graceMs = 2000;

export interface WorkerOptions {
  /** Path of the program. */
  readonly file: string;
  readonly listenInfos: readonly ListenInfo[];
  readonly bounds: MediaBounds;
  /** Of a core; with more it takes in nobody. */
  readonly busyShare: number;
}

/** One process of mediasoup: it uses one core, and listens for all of its rooms at once. */
export class MediaWorker implements RoomWorker {
  readonly #rooms = new Set<CarriedRoom>();
  #share = new CpuShare();
  readonly #stopLooking: () => void;
  #hadRooms = false;

  /** Rejects when the program does not run, or cannot listen there. */
  static async start(options: WorkerOptions, clock: Clock, ticker: Ticker): Promise<MediaWorker> {
    const worker = await withoutSignals(() =>
      createWorker({ workerBin: options.file, logLevel: 'error' }),
    );
    try {
      const listenInfos = options.listenInfos as ListenInfo[];
      const server = await worker.createWebRtcServer({ listenInfos });
      return new MediaWorker(worker, server, options, clock, ticker);
    } catch (error) {
      // A port that is taken, or an address that is not of this machine.
      worker.close();
      throw error;
    }
  }

  private constructor(
    readonly worker: types.Worker,
    readonly server: types.WebRtcServer,
    private readonly options: WorkerOptions,
    private readonly clock: Clock,
    ticker: Ticker,
  ) {
    this.#stopLooking = ticker.every(lookMs, () => void this.#look());
  }

  get load(): MediaLoad {
    return { rooms: this.#rooms.size, share: this.#share.value, pid: this.worker.pid };
  }

  get isBusy(): boolean {
    return this.#share.value >= this.options.busyShare;
  }

  /** Whether there ever was a room on it. */
  get hadRooms(): boolean {
    return this.#hadRooms;
  }

  /** On it, and on others when it grows. */
  async openRoom(listener: MediaListener, others: OtherWorkers): Promise<LedgerRoom> {
    this.#hadRooms = true;
    const backend = await MediasoupRoom.openOn(this, others);
    // Its death was told to those that were rooms then.
    if (this.worker.closed) throw new Error('The worker has ended');
    const room = new LedgerRoom(backend, listener, this.options.bounds);
    backend.become(room);
    return room;
  }

  carry(room: CarriedRoom): void {
    this.#hadRooms = true;
    this.#rooms.add(room);
  }

  drop(room: CarriedRoom): void {
    this.#rooms.delete(room);
  }

  /** Calls back once, when the process has ended by itself; its rooms say so before. */
  whenDead(tell: () => void): void {
    this.worker.once('died', () => {
      this.#stopLooking();
      for (const room of [...this.#rooms]) room.restarted();
      tell();
    });
  }

  /** Resolves when the process has ended. */
  async close(): Promise<void> {
    this.#stopLooking();
    for (const room of [...this.#rooms]) room.close();
    const { worker } = this;
    if (worker.subprocessClosed) return;
    const ended = new Promise<void>((resolve) => worker.once('subprocessclose', resolve));
    worker.close();
    const patience = setTimeout(() => kill(worker.pid), graceMs);
    await ended;
    clearTimeout(patience);
  }

  async #look(): Promise<void> {
    // Without rooms it does nothing, and is not asked: what it did before says nothing of it.
    if (this.#rooms.size === 0) {
      this.#share = new CpuShare();
      return;
    }
    try {
      const { ru_utime: userMs, ru_stime: systemMs } = await this.worker.getResourceUsage();
      this.#share.add(userMs + systemMs, this.clock.now().getTime());
    } catch {
      // It ends, or has died, while it is asked.
    }
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // ESRCH: it has ended meanwhile.
  }
}

/**
 * mediasoup would close a worker as soon as this process is told to end. It is closed when the
 * process has drained.
 */
function withoutSignals<T>(start: () => T): T {
  const names = ['SIGINT', 'SIGTERM'] as const;
  const before = names.map((name) => new Set(process.listeners(name)));
  const result = start();
  names.forEach((name, at) => {
    for (const listener of process.listeners(name))
      if (!before[at]!.has(listener)) process.off(name, listener);
  });
  return result;
}
