import type { ConsumerId, PeerId, ProducerId, TransportId } from './media-ids.js';

/**
 * `connected`: media flow. `disconnected`: they may again, after a restart of ICE. `failed`: the
 * handshake came to nothing; only a new transport helps.
 */
export type TransportState = 'connecting' | 'connected' | 'disconnected' | 'failed';

/** Which of several layers; `temporal` absent: all of them. */
export interface Layers {
  readonly spatial: number;
  readonly temporal?: number | undefined;
}

/** How well a stream arrives, from 0 to 10; `rid`: which one of a simulcast. */
export interface StreamScore {
  readonly rid?: string | undefined;
  readonly score: number;
}

interface OfConsumer {
  readonly peerId: PeerId;
  readonly consumerId: ConsumerId;
}

interface OfProducer {
  readonly peerId: PeerId;
  readonly producerId: ProducerId;
}

/**
 * What happens in a room. Of what closes, that is said which was not named: closing a transport
 * tells of its producers and consumers, and not of the transport. Consumers go first.
 */
export type MediaEvent =
  /** The last one. `restarted`: what carried the media has died; open another room. */
  | { readonly type: 'closed'; readonly reason: 'closed' | 'restarted' }
  | {
      readonly type: 'transport_state';
      readonly peerId: PeerId;
      readonly transportId: TransportId;
      readonly state: TransportState;
    }
  | ({ readonly type: 'producer_closed' } & OfProducer)
  | ({ readonly type: 'producer_scores'; readonly scores: readonly StreamScore[] } & OfProducer)
  | ({ readonly type: 'consumer_closed' } & OfConsumer)
  /** Its producer was. */
  | ({ readonly type: 'consumer_paused' | 'consumer_resumed' } & OfConsumer)
  /** What it gets now; absent: nothing, for want of bandwidth or of a stream. */
  | ({ readonly type: 'consumer_layers'; readonly layers?: Layers | undefined } & OfConsumer)
  /** How it arrives there, and how at the server. */
  | ({
      readonly type: 'consumer_score';
      readonly score: number;
      readonly producerScore: number;
    } & OfConsumer)
  /** Who speaks, of all who send sound. */
  | ({ readonly type: 'dominant_speaker' } & OfProducer);

export type MediaListener = (event: MediaEvent) => void;
