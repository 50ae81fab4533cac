import { LedgerRoom } from '../ledger-room.js';
import type { BackendSignal } from '../media-backend.js';
import { busyShare, mediaBounds, noCapacity, noMedia } from '../media-bounds.js';
import { MediaEngine, type MediaLoad, type MediaRoom } from '../media-engine.js';
import type { MediaListener } from '../media-event.js';
import { FakeRoom } from './fake-room.js';

/** One worker in memory, for tests of what is built on an engine: they decide what befalls it. */
export class FakeMediaEngine extends MediaEngine {
  /** Of a core, as a test wishes. */
  share = 0;
  readonly #rooms = new Map<LedgerRoom, FakeRoom>();
  #isClosed = false;

  constructor(private readonly bounds = mediaBounds) {
    super();
  }

  /** What is in the rooms that are open. */
  get backends(): readonly FakeRoom[] {
    return [...this.#rooms.values()];
  }

  async openRoom(listener: MediaListener): Promise<MediaRoom> {
    await Promise.resolve();
    if (this.#isClosed) throw noMedia();
    if (this.#isBusy()) throw noCapacity();
    const backend = new FakeRoom(() => this.#isBusy());
    const leave = () => this.#rooms.delete(room);
    const room = new LedgerRoom(backend, listener, this.bounds, leave);
    this.#rooms.set(room, backend);
    return room;
  }

  loads(): readonly MediaLoad[] {
    return this.#isClosed ? [] : [{ rooms: this.#rooms.size, share: this.share }];
  }

  close(): Promise<void> {
    this.#isClosed = true;
    for (const room of [...this.#rooms.keys()]) room.close();
    return Promise.resolve();
  }

  /** The worker dies, and another takes its place. */
  kill(): void {
    for (const room of [...this.#rooms.keys()]) room.restarted();
  }

  /** Says something as the worker would, to the room that it concerns. */
  signal(signal: BackendSignal): void {
    for (const room of this.#rooms.keys()) room.heard(signal);
  }

  #isBusy(): boolean {
    return this.share >= busyShare;
  }
}
