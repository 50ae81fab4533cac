import type { types } from 'mediasoup';
import type { SignalListener } from '../media-backend.js';
import type { MediaSource } from '../media-engine.js';
import type { ProducerId } from '../media-ids.js';
import { asked } from './engine-problem.js';

/** All producers of a room: who of them speaks, and which have layers. */
export class RoomProducers {
  readonly #layered = new Set<string>();

  constructor(
    private readonly speakers: types.ActiveSpeakerObserver,
    heard: SignalListener,
  ) {
    speakers.on('dominantspeaker', ({ producer }) =>
      heard({ type: 'dominant_speaker', producerId: producer.id as ProducerId }),
    );
  }

  /** The sound of a screen is nobody speaking. */
  async add(producer: types.Producer, source: MediaSource): Promise<void> {
    if (producer.type !== 'simple') {
      this.#layered.add(producer.id);
      producer.observer.once('close', () => this.#layered.delete(producer.id));
    }
    if (source !== 'microphone') return;
    await asked('producerId', this.speakers.addProducer({ producerId: producer.id }));
  }

  hasLayers(producerId: ProducerId): boolean {
    return this.#layered.has(producerId);
  }
}
