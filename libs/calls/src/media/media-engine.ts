import type { Layers, MediaListener } from './media-event.js';
import type { ConsumerId, PeerId, ProducerId, TransportId } from './media-ids.js';
import type {
  DtlsParameters,
  IceCandidate,
  IceParameters,
  MediaKind,
  RtpCapabilities,
  RtpParameters,
} from './rtp.js';

/** What a peer's end of a transport is made from. The server's is ICE-lite. */
export interface TransportOffer {
  readonly id: TransportId;
  readonly iceParameters: IceParameters;
  /** All of them, UDP first. */
  readonly iceCandidates: readonly IceCandidate[];
  readonly dtlsParameters: DtlsParameters;
}

/** What a producer shows. */
export type MediaSource = 'microphone' | 'camera' | 'screen' | 'screen_audio';

export interface ProduceWish {
  readonly transportId: TransportId;
  readonly source: MediaSource;
  /** With several encodings: a simulcast; with a `scalabilityMode` of several layers: SVC. */
  readonly rtpParameters: RtpParameters;
  /** Begins so. */
  readonly isPaused: boolean;
}

export interface ConsumeWish {
  readonly transportId: TransportId;
  readonly producerId: ProducerId;
  /** What the peer's device is able to receive. */
  readonly rtpCapabilities: RtpCapabilities;
}

/** What a peer's end of a consumer is made from. */
export interface ConsumerOffer {
  readonly id: ConsumerId;
  readonly producerId: ProducerId;
  /** Who sends it. */
  readonly producerPeerId: PeerId;
  readonly source: MediaSource;
  readonly kind: MediaKind;
  readonly rtpParameters: RtpParameters;
  readonly isProducerPaused: boolean;
  /** Whether there are layers to choose from. */
  readonly hasLayers: boolean;
}

/** How a transport does. */
export interface TransportStats {
  readonly transportId: TransportId;
  /** Absent until a way was found. */
  readonly protocol?: 'udp' | 'tcp' | undefined;
  /** From the peer, and to it. */
  readonly bytesReceived: number;
  readonly bytesSent: number;
  /** In bit/s. */
  readonly receiveBitrate: number;
  readonly sendBitrate: number;
  /** What goes through to the peer, in bit/s; absent where nobody estimates it. */
  readonly availableBitrate?: number | undefined;
}

/** How many there are in a room. */
export interface RoomSize {
  /** With a transport at least. */
  readonly peers: number;
  readonly producers: number;
  readonly consumers: number;
}

/** A part of the engine that uses one core. */
export interface MediaLoad {
  readonly rooms: number;
  /** Of a core, from 0; above 1 is possible for moments. */
  readonly share: number;
  /** Of its process; absent where it is none. */
  readonly pid?: number | undefined;
}

/**
 * What carries the media of group calls: rooms in which peers produce streams and consume those of
 * others. Media pass it and nothing else; signalling never does.
 *
 * Deliberately not here: who may join, who consumes what, what a peer is told, and how a room finds
 * the server on which it is.
 */
export abstract class MediaEngine {
  /**
   * A room on the least loaded worker. The listener hears what happens in it, until `closed`.
   * Throws `service_unavailable {service: 'media'}` where there is no engine or it does not start,
   * and `{service: 'media_capacity'}` where every worker is busy.
   */
  abstract openRoom(listener: MediaListener): Promise<MediaRoom>;

  /** One for each worker that runs. */
  abstract loads(): readonly MediaLoad[];

  /** Closes all rooms and leaves no process behind. Idempotent. */
  abstract close(): Promise<void>;
}

/**
 * A room. What a peer does not have is `not_found`, for another's too; in a room that is closed
 * everything is `gone`. What a peer's device says wrongly, and what is beyond a bound
 * (`MediaBounds`), is `validation_failed`.
 */
export abstract class MediaRoom {
  /** What it passes on: a device loads it before anything else. */
  abstract readonly rtpCapabilities: RtpCapabilities;

  /** Nothing once it is closed. */
  abstract readonly size: RoomSize;

  /**
   * A transport for a peer, in either direction. A peer's first one is how it joins: throws
   * `service_unavailable {service: 'media_capacity'}` while the worker is busy.
   */
  abstract openTransport(peerId: PeerId): Promise<TransportOffer>;

  /** Once, with the peer's end of it; throws `conflict {field: 'transportId'}` the second time. */
  abstract connectTransport(
    peerId: PeerId,
    transportId: TransportId,
    dtlsParameters: DtlsParameters,
  ): Promise<void>;

  /** For a peer whose network is another: streams go on where they were. */
  abstract restartIce(peerId: PeerId, transportId: TransportId): Promise<IceParameters>;

  abstract produce(peerId: PeerId, wish: ProduceWish): Promise<ProducerId>;
  abstract pauseProducer(peerId: PeerId, producerId: ProducerId): Promise<void>;
  abstract resumeProducer(peerId: PeerId, producerId: ProducerId): Promise<void>;

  /**
   * A stream of another, or of one's own. It is paused, so that no packet comes before the peer
   * knows it; `resumeConsumer` begins it. A peer has one of a producer: the same, as it is, when it
   * asks again, and `conflict {field: 'transportId'}` for another transport. Throws `not_found` for
   * a producer that is not, or no longer, in the room.
   */
  abstract consume(peerId: PeerId, wish: ConsumeWish): Promise<ConsumerOffer>;
  abstract pauseConsumer(peerId: PeerId, consumerId: ConsumerId): Promise<void>;
  abstract resumeConsumer(peerId: PeerId, consumerId: ConsumerId): Promise<void>;
  /** At most these; what has no layers takes no notice. */
  abstract preferLayers(peerId: PeerId, consumerId: ConsumerId, layers: Layers): Promise<void>;
  /** From 1 to 255, of a peer's consumers: the higher ones get bandwidth first. */
  abstract prioritize(peerId: PeerId, consumerId: ConsumerId, priority: number): Promise<void>;

  abstract closeTransport(peerId: PeerId, transportId: TransportId): void;
  abstract closeProducer(peerId: PeerId, producerId: ProducerId): void;
  abstract closeConsumer(peerId: PeerId, consumerId: ConsumerId): void;
  /** Everything that it has; nothing when it has nothing. */
  abstract closePeer(peerId: PeerId): void;

  /** How all transports of a peer do, in the order in which they were opened. */
  abstract stats(peerId: PeerId): Promise<readonly TransportStats[]>;

  /** Idempotent; the listener hears `closed`. */
  abstract close(): void;
}
