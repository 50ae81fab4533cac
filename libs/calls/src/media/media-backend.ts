import type { Layers, StreamScore, TransportState } from './media-event.js';
import type { ConsumerId, ProducerId, TransportId } from './media-ids.js';
import type { ConsumeWish, ProduceWish, TransportOffer, TransportStats } from './media-engine.js';
import type { DtlsParameters, IceParameters, MediaKind, RtpCapabilities } from './rtp.js';
import type { RtpParameters } from './rtp.js';

/**
 * What a `LedgerRoom` is made of by an engine: it does as it is told, and knows neither peers nor
 * bounds. Throws `validation_failed` for parameters that are none, `gone` once its worker has died.
 */
export interface RoomBackend {
  readonly rtpCapabilities: RtpCapabilities;
  /** Whether somebody more would be too much for the worker. */
  readonly isBusy: boolean;
  openTransport(): Promise<TransportBackend>;
  /** Of everything in it. */
  close(): void;
}

export interface TransportBackend {
  readonly offer: TransportOffer;
  connect(dtlsParameters: DtlsParameters): Promise<void>;
  restartIce(): Promise<IceParameters>;
  produce(kind: MediaKind, wish: ProduceWish): Promise<ProducerBackend>;
  /** Paused. */
  consume(wish: ConsumeWish): Promise<ConsumerBackend>;
  stats(): Promise<TransportStats>;
  /** With its producers, their consumers, and its own. */
  close(): void;
}

export interface ProducerBackend {
  readonly id: ProducerId;
  pause(): Promise<void>;
  resume(): Promise<void>;
  /** With its consumers. */
  close(): void;
}

export interface ConsumerBackend {
  readonly id: ConsumerId;
  readonly kind: MediaKind;
  readonly rtpParameters: RtpParameters;
  readonly hasLayers: boolean;
  pause(): Promise<void>;
  resume(): Promise<void>;
  preferLayers(layers: Layers): Promise<void>;
  prioritize(priority: number): Promise<void>;
  close(): void;
}

/** What a backend has to say by itself; of what is no longer in the room nobody hears. */
export type BackendSignal =
  | {
      readonly type: 'transport_state';
      readonly transportId: TransportId;
      readonly state: TransportState;
    }
  | {
      readonly type: 'producer_scores';
      readonly producerId: ProducerId;
      readonly scores: readonly StreamScore[];
    }
  | {
      readonly type: 'consumer_layers';
      readonly consumerId: ConsumerId;
      readonly layers?: Layers | undefined;
    }
  | {
      readonly type: 'consumer_score';
      readonly consumerId: ConsumerId;
      readonly score: number;
      readonly producerScore: number;
    }
  | { readonly type: 'dominant_speaker'; readonly producerId: ProducerId };

export type SignalListener = (signal: BackendSignal) => void;
