import type { types } from 'mediasoup';
import { asked } from './engine-problem.js';
import { routerCodecs } from './router-codecs.js';

/** What a transport may send before it knows what goes through, in bit/s: one good picture. */
const firstBitrate = 1_000_000;

/** A room, as far as its workers know it. */
export interface CarriedRoom {
  /** A worker of it has died. */
  restarted(): void;
  close(): void;
}

/** A worker, as far as a room needs one. */
export interface RoomWorker {
  readonly worker: types.Worker;
  readonly server: types.WebRtcServer;
  readonly isBusy: boolean;
  /** From now on the room hears of its end. */
  carry(room: CarriedRoom): void;
  drop(room: CarriedRoom): void;
}

/** The part of a room that is on one worker: a router. */
export class RoomBranch {
  #transports = 0;
  #consumers = 0;

  static async openOn(host: RoomWorker): Promise<RoomBranch> {
    return new RoomBranch(host, await host.worker.createRouter({ mediaCodecs: routerCodecs }));
  }

  private constructor(
    readonly host: RoomWorker,
    readonly router: types.Router,
  ) {}

  /** Streams that go out by it. */
  get consumers(): number {
    return this.#consumers;
  }

  /** Whether fewer are on it than on another: what they are about to consume is not yet there. */
  isBelow(other: RoomBranch): boolean {
    if (this.#transports !== other.#transports) return this.#transports < other.#transports;
    return this.#consumers < other.#consumers;
  }

  async openTransport(): Promise<types.WebRtcTransport> {
    this.#transports++;
    try {
      const transport = await asked(
        'transportId',
        this.router.createWebRtcTransport({
          webRtcServer: this.host.server,
          enableUdp: true,
          enableTcp: true,
          preferUdp: true,
          initialAvailableOutgoingBitrate: firstBitrate,
        }),
      );
      transport.observer.once('close', () => this.#transports--);
      transport.observer.on('newconsumer', (consumer) => this.#count(consumer));
      return transport;
    } catch (error) {
      // Whatever it is, the caller hears of it; only the count is ours.
      this.#transports--;
      throw error;
    }
  }

  #count(consumer: types.Consumer): void {
    this.#consumers++;
    consumer.observer.once('close', () => this.#consumers--);
  }
}
