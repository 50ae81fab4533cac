import type { types } from 'mediasoup';
import type { ConsumerBackend, SignalListener } from '../media-backend.js';
import type { Layers } from '../media-event.js';
import type { ConsumerId } from '../media-ids.js';
import type { MediaKind, RtpParameters } from '../rtp.js';
import { asked } from './engine-problem.js';

export class MediasoupConsumer implements ConsumerBackend {
  readonly id: ConsumerId;
  readonly kind: MediaKind;
  readonly rtpParameters: RtpParameters;
  readonly hasLayers: boolean;

  constructor(
    private readonly consumer: types.Consumer,
    heard: SignalListener,
  ) {
    const consumerId = consumer.id as ConsumerId;
    this.id = consumerId;
    this.kind = consumer.kind;
    this.rtpParameters = consumer.rtpParameters;
    this.hasLayers = consumer.type === 'simulcast' || consumer.type === 'svc';
    consumer.on('score', ({ score, producerScore }) =>
      heard({ type: 'consumer_score', consumerId, score, producerScore }),
    );
    consumer.on('layerschange', (current) => {
      const layers = current && { spatial: current.spatialLayer, temporal: current.temporalLayer };
      heard({ type: 'consumer_layers', consumerId, layers });
    });
  }

  pause(): Promise<void> {
    return asked('consumerId', this.consumer.pause());
  }

  resume(): Promise<void> {
    return asked('consumerId', this.consumer.resume());
  }

  preferLayers({ spatial, temporal }: Layers): Promise<void> {
    const layers = {
      spatialLayer: spatial,
      ...(temporal !== undefined && { temporalLayer: temporal }),
    };
    return asked('layers', this.consumer.setPreferredLayers(layers));
  }

  prioritize(priority: number): Promise<void> {
    return asked('priority', this.consumer.setPriority(priority));
  }

  close(): void {
    this.consumer.close();
  }
}
