import type { types } from 'mediasoup';
import type { ProducerBackend, SignalListener } from '../media-backend.js';
import type { ProducerId } from '../media-ids.js';
import { asked } from './engine-problem.js';

export class MediasoupProducer implements ProducerBackend {
  readonly id: ProducerId;

  constructor(
    private readonly producer: types.Producer,
    heard: SignalListener,
  ) {
    const producerId = producer.id as ProducerId;
    this.id = producerId;
    producer.on('score', (streams) => {
      const scores = streams.map(({ rid, score }) => ({ rid, score }));
      heard({ type: 'producer_scores', producerId, scores });
    });
  }

  pause(): Promise<void> {
    return asked('producerId', this.producer.pause());
  }

  resume(): Promise<void> {
    return asked('producerId', this.producer.resume());
  }

  close(): void {
    this.producer.close();
  }
}
