import { problem } from '@app/contracts';
import type { types } from 'mediasoup';
import type { BackendSignal, RoomBackend, SignalListener } from '../media-backend.js';
import { MediasoupTransport } from './mediasoup-transport.js';
import { RoomBranch, type CarriedRoom, type RoomWorker } from './room-branch.js';
import { RoomProducers } from './room-producers.js';

/** What is made of a `MediasoupRoom`. */
export interface WholeRoom extends CarriedRoom {
  heard(signal: BackendSignal): void;
}

/** Where a room goes on that has become too much for its workers. */
export interface OtherWorkers {
  /** Consumers of a room on one worker beyond which it looks for another one. */
  readonly spreadAt: number;
  /** One that is not busy, and none of these; undefined where there is none. */
  another(than: readonly RoomWorker[]): (() => Promise<RoomWorker>) | undefined;
}

/**
 * A room on one worker, and on more of them when it grows: whoever comes goes where there is least
 * to do, and streams pass from worker to worker where somebody wants them.
 */
export class MediasoupRoom implements RoomBackend {
  readonly #heard: SignalListener = (signal) => this.#whole?.heard(signal);
  readonly #branches: RoomBranch[];
  #whole: WholeRoom | undefined;
  #producers: RoomProducers | undefined;
  #growing: Promise<void> | undefined;
  #isClosed = false;

  static async openOn(host: RoomWorker, others: OtherWorkers): Promise<MediasoupRoom> {
    const home = await RoomBranch.openOn(host);
    const room = new MediasoupRoom(home, others);
    room.#producers = await RoomProducers.openOn(home, room.#heard);
    return room;
  }

  private constructor(
    private readonly home: RoomBranch,
    private readonly others: OtherWorkers,
  ) {
    this.#branches = [home];
  }

  get rtpCapabilities(): types.RtpCapabilities {
    return this.home.router.rtpCapabilities;
  }

  get isBusy(): boolean {
    return this.#branches.every(({ host }) => host.isBusy) && !this.#another();
  }

  /** Once: whom it tells what happens, its workers' end included. */
  become(whole: WholeRoom): void {
    this.#whole = whole;
    this.home.host.carry(whole);
  }

  async openTransport(): Promise<MediasoupTransport> {
    if (!this.#free()) await this.#grow();
    if (this.#isClosed) throw problem('gone');
    const branch = this.#free() ?? this.#least();
    const transport = await branch.openTransport();
    return new MediasoupTransport(transport, branch, this.#producers!, this.#heard);
  }

  close(): void {
    this.#isClosed = true;
    for (const { router, host } of this.#branches) {
      router.close();
      if (this.#whole) host.drop(this.#whole);
    }
  }

  /** The one with the least to do of those that may have more. */
  #free(): RoomBranch | undefined {
    const { spreadAt } = this.others;
    const free = this.#branches.filter(
      ({ host, consumers }) => !host.isBusy && consumers < spreadAt,
    );
    return least(free);
  }

  /** Of those that are not busy, if there are any. */
  #least(): RoomBranch {
    return least(this.#branches.filter(({ host }) => !host.isBusy)) ?? least(this.#branches)!;
  }

  #another() {
    return this.others.another(this.#branches.map(({ host }) => host));
  }

  /** By one more worker if there is one; who comes at the same time waits for the same one. */
  #grow(): Promise<void> {
    this.#growing ??= this.#addBranch().finally(() => (this.#growing = undefined));
    return this.#growing;
  }

  async #addBranch(): Promise<void> {
    const start = this.#another();
    if (!start) return;
    try {
      const host = await start();
      const branch = await RoomBranch.openOn(host);
      if (this.#isClosed) branch.router.close();
      else if (!host.worker.closed) this.#add(branch);
    } catch {
      // No worker starts, which the engine has said, or it has died: the room goes on where it is.
    }
  }

  #add(branch: RoomBranch): void {
    this.#branches.push(branch);
    branch.host.carry(this.#whole!);
  }
}

const least = (branches: readonly RoomBranch[]): RoomBranch | undefined =>
  branches.reduce<RoomBranch | undefined>(
    (best, each) => (best && !each.isBelow(best) ? best : each),
    undefined,
  );
