import {
  deviceRoom,
  Problem,
  problem,
  type CallId,
  type ServerEvent,
  type ServerEventName,
  type SfuConsumer,
  type SfuPlace,
  type SfuProducer,
  type SfuSource,
  type SfuTransport,
  type UserId,
} from '@app/contracts';
import type { RealtimePublisher } from '@app/platform';
import { Logger } from '@nestjs/common';
import { isJoined, isSameDevice, partyOf, type Device, type OneCall } from '../call/call.js';
import type {
  ConsumerOffer,
  ConsumeWish,
  MediaRoom,
  ProduceWish,
  TransportOffer,
} from '../media/media-engine.js';
import { isUndecodable } from '../media/undecodable.js';
import type { MediaEvent } from '../media/media-event.js';
import type { PeerId, ProducerId } from '../media/media-ids.js';

/** Somebody in a call, on the device on which they are. */
export interface Peer {
  readonly userId: UserId;
  readonly device: Device;
}

/** `isResting`: its sender has paused it, whatever hosts say. */
interface Sent extends SfuProducer {
  readonly peerId: PeerId;
  readonly isResting: boolean;
}

export const peerIdOf = ({ device: { sessionId, deviceId } }: Pick<Peer, 'device'>): PeerId =>
  `${sessionId}:${deviceId}` as PeerId;

/** The room of a call: whose device has what in it, and who is told of it. */
export class CallRoom {
  readonly #logger = new Logger(CallRoom.name);
  readonly #peers = new Map<PeerId, Peer>();
  readonly #sent = new Map<ProducerId, Sent>();
  /** Whose sound is not passed on, as hosts have muted them. */
  #muted: ReadonlySet<UserId> = new Set();
  #version = 0;
  #media: MediaRoom | undefined;

  constructor(
    readonly callId: CallId,
    private readonly publisher: Pick<RealtimePublisher, 'publish'>,
  ) {}

  /** Once, before anything else. */
  begin(media: MediaRoom): void {
    this.#media = media;
  }

  /** What the peer's engine does as it is told. */
  get media(): MediaRoom {
    if (!this.#media) throw problem('gone');
    return this.#media;
  }

  /** Throws `gone` for who has to join first. */
  mustHave(peerId: PeerId): void {
    if (!this.#peers.has(peerId)) throw problem('gone');
  }

  /** Anew, without what they had before. */
  async join(peer: Peer): Promise<SfuPlace> {
    const peerId = peerIdOf(peer);
    this.#leave(peerId);
    this.#peers.set(peerId, peer);
    try {
      const send = await this.media.openTransport(peerId);
      const receive = await this.media.openTransport(peerId);
      if (this.#peers.get(peerId) !== peer) throw problem('gone');
      return {
        rtpCapabilities: { ...this.media.rtpCapabilities },
        send: transportOf(send),
        receive: transportOf(receive),
        producers: this.sentByOthers(peerId),
      };
    } catch (error) {
      // Half a place is none: whoever it was for hears why.
      if (this.#peers.get(peerId) === peer) this.#peers.delete(peerId);
      if (!this.#peers.has(peerId)) this.media.closePeer(peerId);
      throw error;
    }
  }

  sentByOthers(peerId: PeerId): SfuProducer[] {
    return [...this.#sent.values()].filter((sent) => sent.peerId !== peerId).map(producerOf);
  }

  async produce(peer: Peer, wish: ProduceWish): Promise<ProducerId> {
    const [peerId, { userId }] = [peerIdOf(peer), peer];
    const { source, isPaused: isResting } = wish;
    const isPaused = isResting || this.#isMuted({ userId, source });
    const producerId = await this.media.produce(peerId, { ...wish, isPaused });
    if (!this.#peers.has(peerId)) throw problem('gone');
    this.#put({ peerId, userId, producerId, source, isPaused, isResting });
    await this.#adjust(producerId);
    return producerId;
  }

  async pause(peerId: PeerId, producerId: ProducerId, isResting: boolean): Promise<void> {
    const sent = this.#sent.get(producerId);
    if (sent?.peerId !== peerId) throw problem('not_found');
    this.#sent.set(producerId, { ...sent, isResting });
    await this.#adjust(producerId);
  }

  close(peerId: PeerId, producerId: ProducerId): void {
    this.media.closeProducer(peerId, producerId);
    this.#forget(producerId);
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
      const sent = this.#sent.get(producerId);
      const offer = sent && (await this.#consumerOf(peerId, { ...wish, producerId }));
      if (offer) consumers.push(consumerOf(offer, sent.userId));
    }
    return consumers;
  }

  /** Whoever is not in the call any more has nothing in its room, and who is muted is not heard. */
  follow(call: OneCall): void {
    // What was read before is known.
    if (call.version < this.#version) return;
    this.#version = call.version;
    this.#muted = new Set(call.parties.flatMap(({ userId, muted }) => (muted ? [userId] : [])));
    for (const [peerId, { userId, device }] of this.#peers) {
      const party = partyOf(call, userId);
      if (!party || !isJoined(party) || !isSameDevice(party.device, device)) this.#leave(peerId);
    }
    for (const producerId of this.#sent.keys()) void this.#adjusted(producerId);
  }

  /** What happens in it by itself. */
  heard(event: MediaEvent): void {
    if (event.type === 'producer_closed') this.#forget(event.producerId);
    if (event.type === 'consumer_closed')
      this.#tell(event.peerId, 'sfu_consumer_closed', {
        callId: this.callId,
        consumerId: event.consumerId,
      });
    if (event.type === 'dominant_speaker') this.#tellOfSpeaker(event.peerId);
  }

  /** To all who have a place in it. */
  tellAll<N extends ServerEventName>(event: N, payload: ServerEvent<N>, except?: PeerId): void {
    for (const peerId of this.#peers.keys())
      if (peerId !== except) this.#tell(peerId, event, payload);
  }

  async #consumerOf(peerId: PeerId, wish: ConsumeWish): Promise<ConsumerOffer | undefined> {
    try {
      return await this.media.consume(peerId, wish);
    } catch (error) {
      if (isUndecodable(error)) return undefined;
      const isGone = error instanceof Problem && !this.#sent.has(wish.producerId);
      // It went while it was asked for: there is nothing to see, and no mistake.
      if (isGone && (error as Problem).code === 'not_found') return undefined;
      throw error;
    }
  }

  async #adjusted(producerId: ProducerId): Promise<void> {
    try {
      await this.#adjust(producerId);
    } catch (error) {
      // It has gone meanwhile, or what carried it has died: nobody is heard by it any more.
      this.#logger.debug(`A sound was not paused: ${String(error)}`);
    }
  }

  /** As its sender and the hosts want it. */
  async #adjust(producerId: ProducerId): Promise<void> {
    const sent = this.#sent.get(producerId);
    if (!sent) return;
    const isPaused = sent.isResting || this.#isMuted(sent);
    if (isPaused === sent.isPaused) return;
    const { peerId } = sent;
    const adjusting = isPaused
      ? this.media.pauseProducer(peerId, producerId)
      : this.media.resumeProducer(peerId, producerId);
    this.#put({ ...sent, isPaused });
    await adjusting;
  }

  #isMuted({ userId, source }: Pick<Sent, 'userId' | 'source'>): boolean {
    return isSound(source) && this.#muted.has(userId);
  }

  #put(sent: Sent): void {
    this.#sent.set(sent.producerId as ProducerId, sent);
    const news = { callId: this.callId, ...producerOf(sent) };
    this.tellAll('sfu_producer', news, sent.peerId);
  }

  #forget(producerId: ProducerId): void {
    const sent = this.#sent.get(producerId);
    if (!sent) return;
    this.#sent.delete(producerId);
    const { userId, peerId } = sent;
    this.tellAll('sfu_producer_closed', { callId: this.callId, userId, producerId }, peerId);
  }

  #leave(peerId: PeerId): void {
    if (this.#peers.delete(peerId)) this.media.closePeer(peerId);
  }

  #tellOfSpeaker(peerId: PeerId): void {
    const peer = this.#peers.get(peerId);
    if (peer) this.tellAll('sfu_speaker', { callId: this.callId, userId: peer.userId });
  }

  #tell<N extends ServerEventName>(peerId: PeerId, event: N, payload: ServerEvent<N>): void {
    const peer = this.#peers.get(peerId);
    if (!peer) return;
    const { sessionId, deviceId } = peer.device;
    this.publisher.publish(deviceRoom(sessionId, deviceId), event, payload);
  }
}

/** Whether it is a voice only its sender knows: of one who is muted, no sound is passed on. */
const isSound = (source: SfuSource): boolean =>
  source === 'microphone' || source === 'screen_audio';

const producerOf = ({ userId, producerId, source, isPaused }: SfuProducer): SfuProducer => ({
  ...{ userId, producerId, source, isPaused },
});

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
