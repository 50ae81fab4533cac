import type { ConsumerBackend } from '../media-backend.js';
import type { Layers } from '../media-event.js';
import type { ConsumerId, ProducerId } from '../media-ids.js';
import type { MediaKind, RtpParameters } from '../rtp.js';

export class FakeConsumer implements ConsumerBackend {
  isPaused = true;
  layers: Layers | undefined;
  priority = 1;

  constructor(
    readonly id: ConsumerId,
    readonly producerId: ProducerId,
    readonly kind: MediaKind,
    readonly rtpParameters: RtpParameters,
    private readonly onClosed: () => void,
  ) {}

  get hasLayers(): boolean {
    const { encodings = [] } = this.rtpParameters;
    return (
      encodings.length > 1 || encodings.some(({ scalabilityMode }) => isLayered(scalabilityMode))
    );
  }

  pause(): Promise<void> {
    this.isPaused = true;
    return Promise.resolve();
  }

  resume(): Promise<void> {
    this.isPaused = false;
    return Promise.resolve();
  }

  preferLayers(layers: Layers): Promise<void> {
    this.layers = layers;
    return Promise.resolve();
  }

  prioritize(priority: number): Promise<void> {
    this.priority = priority;
    return Promise.resolve();
  }

  close(): void {
    this.onClosed();
  }
}

const isLayered = (mode = 'L1T1'): boolean => !mode.startsWith('L1T1');
