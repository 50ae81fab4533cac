import type { types } from 'mediasoup';
import type { BackendSignal, RoomBackend, SignalListener } from '../media-backend.js';
import { asked } from './engine-problem.js';
import { MediasoupTransport } from './mediasoup-transport.js';
import { RoomProducers } from './room-producers.js';
import { routerCodecs } from './router-codecs.js';

/** Between two looks at who speaks, in ms: mediasoup's own. */
const speakerMs = 300;

/** What a transport may send before it knows what goes through, in bit/s: one good picture. */
const firstBitrate = 1_000_000;

/** The worker of a room, as far as it needs one. */
export interface RoomWorker {
  readonly worker: types.Worker;
  readonly server: types.WebRtcServer;
  readonly isBusy: boolean;
}

/** A router, and who speaks in it. */
export class MediasoupRoom implements RoomBackend {
  /** The room that is made of it; it is told what happens. */
  heard: SignalListener = () => undefined;
  readonly #producers: RoomProducers;

  static async openOn(host: RoomWorker): Promise<MediasoupRoom> {
    const router = await host.worker.createRouter({ mediaCodecs: routerCodecs });
    const speakers = await router.createActiveSpeakerObserver({ interval: speakerMs });
    return new MediasoupRoom(host, router, speakers);
  }

  private constructor(
    private readonly host: RoomWorker,
    private readonly router: types.Router,
    speakers: types.ActiveSpeakerObserver,
  ) {
    this.#producers = new RoomProducers(speakers, (signal) => this.heard(signal));
  }

  get rtpCapabilities(): types.RtpCapabilities {
    return this.router.rtpCapabilities;
  }

  get isBusy(): boolean {
    return this.host.isBusy;
  }

  async openTransport(): Promise<MediasoupTransport> {
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
    const heard = (signal: BackendSignal) => this.heard(signal);
    return new MediasoupTransport(transport, this.#producers, heard);
  }

  close(): void {
    this.router.close();
  }
}
