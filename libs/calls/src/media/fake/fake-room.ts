import type { RoomBackend } from '../media-backend.js';
import type { ConsumerId, ProducerId } from '../media-ids.js';
import type { MediaKind, RtpCapabilities, RtpParameters } from '../rtp.js';
import type { FakeConsumer } from './fake-consumer.js';
import { FakeTransport } from './fake-transport.js';

interface FakeProducer {
  readonly kind: MediaKind;
  readonly rtpParameters: RtpParameters;
  readonly transport: FakeTransport;
  readonly isPaused: boolean;
}

interface Consumption {
  readonly consumer: FakeConsumer;
  readonly transport: FakeTransport;
}

const codecs = [
  { kind: 'audio', mimeType: 'audio/opus', clockRate: 48_000, channels: 2 },
  ...(['VP8', 'VP9', 'H264', 'AV1'] as const).map((name) => ({
    ...{ kind: 'video' as const, mimeType: `video/${name}`, clockRate: 90_000 },
  })),
] as const;

/** A room in memory, with the same cascade. */
export class FakeRoom implements RoomBackend {
  readonly rtpCapabilities: RtpCapabilities = {
    codecs: codecs.map((codec, index) => ({ ...codec, preferredPayloadType: 100 + index })),
    headerExtensions: [],
  };
  readonly transports = new Set<FakeTransport>();
  readonly producers = new Map<ProducerId, FakeProducer>();
  readonly consumers = new Map<ConsumerId, Consumption>();
  #count = 0;

  constructor(private readonly busy: () => boolean) {}

  get isBusy(): boolean {
    return this.busy();
  }

  async openTransport(): Promise<FakeTransport> {
    await Promise.resolve();
    const transport = new FakeTransport(this);
    this.transports.add(transport);
    return transport;
  }

  nextId(kind: string): string {
    return `${kind}-${++this.#count}`;
  }

  passesOn(mimeType: string): boolean {
    const wanted = mimeType.toLowerCase();
    return codecs.some((codec) => codec.mimeType.toLowerCase() === wanted);
  }

  closeTransport(transport: FakeTransport): void {
    this.transports.delete(transport);
    for (const [id, producer] of this.producers)
      if (producer.transport === transport) this.closeProducer(id);
    for (const [id, consumption] of this.consumers)
      if (consumption.transport === transport) this.consumers.delete(id);
  }

  closeProducer(producerId: ProducerId): void {
    this.producers.delete(producerId);
    for (const [id, { consumer }] of this.consumers)
      if (consumer.producerId === producerId) this.consumers.delete(id);
  }

  close(): void {
    for (const entries of [this.transports, this.producers, this.consumers]) entries.clear();
  }
}
