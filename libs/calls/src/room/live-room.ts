import {
  Problem,
  type CallId,
  problem,
  type ServerEvent,
  type ServerEventName,
  type SfuConsumer,
  type SfuPlace,
  type SfuProducer,
  type SfuTransport,
  type UserId,
} from '@app/contracts';
import type { RealtimePublisher } from '@app/platform';
import { Logger } from '@nestjs/common';
import type { OneCall } from '../call/call.js';
import type {
  ConsumerOffer,
  ConsumeWish,
  MediaRoom,
  ProduceWish,
  TransportOffer,
} from '../media/media-engine.js';
import type { MediaEvent } from '../media/media-event.js';
import type { PeerId, ProducerId } from '../media/media-ids.js';
import { isUndecodable } from '../media/undecodable.js';
import { CallRoom, peerIdOf, type MediaOrder, type Peer, type RoomOutcome } from './call-room.js';

/** A `CallRoom` with its media, which carries out what it says. */
export class LiveRoom {
  readonly #logger = new Logger(LiveRoom.name);
  readonly #room: CallRoom;
  #media: MediaRoom | undefined;

  constructor(
    readonly callId: CallId,
    private readonly publisher: Pick<RealtimePublisher, 'publish'>,
  ) {
    this.#room = new CallRoom(callId);
  }

  /** Once, before anything else. */
  begin(media: MediaRoom): void {
    this.#media = media;
  }

  /** What the peer's engine does as it is told. */
  get media(): MediaRoom {
    if (!this.#media) throw problem('gone');
    return this.#media;
  }

  /** See `CallRoom`. */
  mustHave(peerId: PeerId): void {
    this.#room.mustHave(peerId);
  }

  /** See `CallRoom`. */
  sentByOthers(peerId: PeerId): SfuProducer[] {
    return this.#room.sentByOthers(peerId);
  }

  /** Anew, without what they had before. */
  async join(peer: Peer): Promise<SfuPlace> {
    const peerId = peerIdOf(peer);
    await this.#carryOut(this.#room.seat(peer));
    try {
      const send = await this.media.openTransport(peerId);
      const receive = await this.media.openTransport(peerId);
      if (!this.#room.isSeated(peer)) throw problem('gone');
      return {
        rtpCapabilities: { ...this.media.rtpCapabilities },
        send: transportOf(send),
        receive: transportOf(receive),
        producers: this.sentByOthers(peerId),
      };
    } catch (error) {
      // Half a place is none: whoever it was for hears why.
      await this.#carryOut(this.#room.unseat(peer));
      throw error;
    }
  }

  async produce(peer: Peer, wish: ProduceWish): Promise<ProducerId> {
    const { source, isPaused: isResting } = wish;
    const isPaused = this.#room.isPaused(peer, { source, isResting });
    const producerId = await this.media.produce(peerIdOf(peer), { ...wish, isPaused });
    await this.#carryOut(this.#room.send(peer, { producerId, source, isResting }, isPaused));
    return producerId;
  }

  pause(peerId: PeerId, producerId: ProducerId, isResting: boolean): Promise<void> {
    return this.#carryOut(this.#room.rest(peerId, producerId, isResting));
  }

  async close(peerId: PeerId, producerId: ProducerId): Promise<void> {
    this.media.closeProducer(peerId, producerId);
    await this.#carryOut(this.#room.end(producerId));
  }

  /**
   * One that has gone meanwhile is left out, and one that the device cannot decode: what somebody
   * sends keeps nobody from hearing all others.
   */
  async consume(
    peerId: PeerId,
    producerIds: readonly ProducerId[],
    wish: Omit<ConsumeWish, 'producerId'>,
  ): Promise<SfuConsumer[]> {
    const consumers: SfuConsumer[] = [];
    for (const producerId of new Set(producerIds)) {
      const sender = this.#room.senderOf(producerId);
      const offer = sender && (await this.#consumerOf(peerId, { ...wish, producerId }));
      if (offer) consumers.push(consumerOf(offer, sender));
    }
    return consumers;
  }

  /** See `CallRoom`. */
  follow(call: OneCall): void {
    this.#carryOutSoon(this.#room.follow(call));
  }

  /** What happens in it by itself. */
  heard(event: MediaEvent): void {
    if (event.type === 'producer_closed') this.#carryOutSoon(this.#room.end(event.producerId));
    if (event.type === 'consumer_closed')
      this.#carryOutSoon(this.#room.endConsumer(event.peerId, event.consumerId));
    if (event.type === 'dominant_speaker') this.#carryOutSoon(this.#room.speak(event.peerId));
  }

  /** To all who have a place in it. */
  tellAll<N extends ServerEventName>(event: N, payload: ServerEvent<N>): void {
    this.#carryOutSoon({ orders: [], news: this.#room.toAll(event, payload) });
  }

  async #consumerOf(peerId: PeerId, wish: ConsumeWish): Promise<ConsumerOffer | undefined> {
    try {
      return await this.media.consume(peerId, wish);
    } catch (error) {
      if (isUndecodable(error)) return undefined;
      const isGone = error instanceof Problem && !this.#room.senderOf(wish.producerId);
      // It went while it was asked for: there is nothing to see, and no mistake.
      if (isGone && (error as Problem).code === 'not_found') return undefined;
      throw error;
    }
  }

  /** What is said does not wait for the media. Rejects where they did not as they were told. */
  async #carryOut({ orders, news }: RoomOutcome): Promise<void> {
    const carried = orders.map((order) => this.#order(order));
    for (const { room, event, payload } of news) this.publisher.publish(room, event, payload);
    await Promise.all(carried);
  }

  #carryOutSoon(outcome: RoomOutcome): void {
    this.#carryOut(outcome).catch((error: unknown) => {
      // It has gone meanwhile, or what carried it has died: nobody is heard by it any more.
      this.#logger.debug(`The media did not follow: ${String(error)}`);
    });
  }

  async #order(order: MediaOrder): Promise<void> {
    const { media } = this;
    if (order.type === 'close_peer') media.closePeer(order.peerId);
    if (order.type === 'pause_producer') await media.pauseProducer(order.peerId, order.producerId);
    if (order.type === 'resume_producer')
      await media.resumeProducer(order.peerId, order.producerId);
  }
}

/** As it travels: readonly objects of the engine are plain ones there. */
const transportOf = (offer: TransportOffer): SfuTransport => ({
  id: offer.id,
  iceParameters: { ...offer.iceParameters },
  iceCandidates: offer.iceCandidates.map((candidate) => ({ ...candidate })),
  dtlsParameters: {
    ...offer.dtlsParameters,
    fingerprints: offer.dtlsParameters.fingerprints.map((each) => ({ ...each })),
  },
});

const consumerOf = (offer: ConsumerOffer, userId: UserId): SfuConsumer => ({
  consumerId: offer.id,
  userId,
  producerId: offer.producerId,
  source: offer.source,
  kind: offer.kind,
  rtpParameters: { ...offer.rtpParameters },
  isPaused: offer.isProducerPaused,
  hasLayers: offer.hasLayers,
});
