import type { types } from 'mediasoup';
import { withoutEstimation } from '../lean-capabilities.js';
import type { SignalListener, TransportBackend } from '../media-backend.js';
import type { ConsumeWish, ProduceWish, TransportOffer, TransportStats } from '../media-engine.js';
import type { TransportState } from '../media-event.js';
import type { TransportId } from '../media-ids.js';
import type { DtlsParameters, IceParameters, MediaKind, RtpCapabilities } from '../rtp.js';
import { asked } from './engine-problem.js';
import { MediasoupConsumer } from './mediasoup-consumer.js';
import { MediasoupProducer } from './mediasoup-producer.js';
import type { RoomBranch } from './room-branch.js';
import type { RoomProducers } from './room-producers.js';
import { transportState } from './transport-state.js';

export class MediasoupTransport implements TransportBackend {
  readonly offer: TransportOffer;
  #state: TransportState = 'connecting';

  constructor(
    private readonly transport: types.WebRtcTransport,
    private readonly branch: RoomBranch,
    private readonly producers: RoomProducers,
    private readonly heard: SignalListener,
  ) {
    const { id, iceParameters, iceCandidates, dtlsParameters } = transport;
    this.offer = { id: id as TransportId, iceParameters, iceCandidates, dtlsParameters };
    for (const change of ['icestatechange', 'dtlsstatechange'] as const)
      transport.on(change, () => this.#tellState());
  }

  connect(dtlsParameters: DtlsParameters): Promise<void> {
    const parameters = dtlsParameters as types.DtlsParameters;
    return asked('dtlsParameters', this.transport.connect({ dtlsParameters: parameters }));
  }

  restartIce(): Promise<IceParameters> {
    return asked('transportId', this.transport.restartIce());
  }

  async produce(kind: MediaKind, wish: ProduceWish): Promise<MediasoupProducer> {
    // Receivers have it in their SDP: so it is ours, the same for all that this device sends.
    const rtcp = { ...wish.rtpParameters.rtcp, cname: this.transport.id };
    const rtpParameters = { ...wish.rtpParameters, rtcp } as types.RtpParameters;
    const options = { kind, rtpParameters, paused: wish.isPaused };
    const producer = await asked('rtpParameters', this.transport.produce(options));
    try {
      await this.producers.add(producer, wish.source, this.branch);
    } catch (error) {
      // It has gone meanwhile, or a worker has: whoever asked for it hears so.
      producer.close();
      throw error;
    }
    return new MediasoupProducer(producer, this.heard);
  }

  async consume(wish: ConsumeWish): Promise<MediasoupConsumer> {
    const { producerId } = wish;
    const shaped = Promise.resolve(wish).then((known) => this.#capabilitiesFor(known));
    const lean = await asked('rtpCapabilities', shaped);
    await this.producers.bring(producerId, this.branch);
    const options = { producerId, rtpCapabilities: lean as types.RtpCapabilities, paused: true };
    const consumer = await asked('rtpCapabilities', this.transport.consume(options));
    return new MediasoupConsumer(consumer, this.heard);
  }

  async stats(): Promise<TransportStats> {
    const [stat] = await asked('transportId', this.transport.getStats());
    return {
      transportId: this.offer.id,
      protocol: stat?.iceSelectedTuple?.protocol,
      bytesReceived: stat?.bytesReceived ?? 0,
      bytesSent: stat?.bytesSent ?? 0,
      receiveBitrate: stat?.recvBitrate ?? 0,
      sendBitrate: stat?.sendBitrate ?? 0,
      availableBitrate: stat?.availableOutgoingBitrate,
    };
  }

  close(): void {
    this.transport.close();
  }

  #tellState(): void {
    const state = transportState(this.transport.iceState, this.transport.dtlsState);
    if (state === this.#state) return;
    this.#state = state;
    this.heard({ type: 'transport_state', transportId: this.offer.id, state });
  }

  /** Throws where they are of a shape that no device has. */
  #capabilitiesFor({ producerId, rtpCapabilities }: ConsumeWish): RtpCapabilities {
    const hasLayers = this.producers.hasLayers(producerId);
    return hasLayers ? rtpCapabilities : withoutEstimation(rtpCapabilities);
  }
}
