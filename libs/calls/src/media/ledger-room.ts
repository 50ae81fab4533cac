import { problem } from '@app/contracts';
import { KeyedQueue } from '@app/platform';
import { noCapacity, type MediaBounds } from './media-bounds.js';
import type {
  BackendSignal,
  ConsumerBackend,
  ProducerBackend,
  RoomBackend,
  TransportBackend,
} from './media-backend.js';
import {
  MediaRoom,
  type ConsumerOffer,
  type ConsumeWish,
  type MediaSource,
  type ProduceWish,
  type RoomSize,
  type TransportOffer,
  type TransportStats,
} from './media-engine.js';
import type { Layers, MediaEvent, MediaListener } from './media-event.js';
import type { ConsumerId, PeerId, ProducerId, TransportId } from './media-ids.js';
import { RoomLedger, type Closed, type ProducerEntry } from './room-ledger.js';
import type { DtlsParameters, IceParameters, MediaKind, RtpCapabilities } from './rtp.js';

interface Production {
  readonly backend: ProducerBackend;
  readonly source: MediaSource;
  isPaused: boolean;
}

type Ledger = RoomLedger<TransportBackend, Production, ConsumerBackend>;

/** More than any codec has of either kind. */
const mostLayers = 8;

/** How often a peer asks for the same at once. */
const maxAsking = 10;

/** A room by a ledger of who has what, whatever carries its media. */
export class LedgerRoom extends MediaRoom {
  readonly #ledger: Ledger;
  /** By who consumes, and what. */
  readonly #consuming = new KeyedQueue<string>(maxAsking);

  constructor(
    private readonly backend: RoomBackend,
    private readonly listener: MediaListener,
    bounds: MediaBounds,
    private readonly onClosed: () => void = () => undefined,
  ) {
    super();
    this.#ledger = new RoomLedger(bounds);
  }

  get rtpCapabilities(): RtpCapabilities {
    return this.backend.rtpCapabilities;
  }

  get size(): RoomSize {
    return this.#ledger.size;
  }

  openTransport(peerId: PeerId): Promise<TransportOffer> {
    const isNew = !this.#ledger.isClosed && !this.#ledger.hasPeer(peerId);
    return this.#ledger.admit(peerId, 'transports', async () => {
      if (isNew && this.backend.isBusy) throw noCapacity();
      const transport = await this.backend.openTransport();
      orClose(transport, () => {
        this.#ledger.addTransport(peerId, transport.offer.id, transport);
      });
      return transport.offer;
    });
  }

  async connectTransport(
    peerId: PeerId,
    transportId: TransportId,
    dtlsParameters: DtlsParameters,
  ): Promise<void> {
    const transport = this.#ledger.transport(peerId, transportId);
    if (transport.isConnected) throw problem('conflict', { field: 'transportId' });
    transport.isConnected = true;
    try {
      await transport.value.connect(dtlsParameters);
    } catch (error) {
      // Parameters that were none; those that come next may be better.
      transport.isConnected = false;
      throw error;
    }
  }

  async restartIce(peerId: PeerId, transportId: TransportId): Promise<IceParameters> {
    return this.#ledger.transport(peerId, transportId).value.restartIce();
  }

  async produce(peerId: PeerId, wish: ProduceWish): Promise<ProducerId> {
    const { value: transport } = this.#ledger.transport(peerId, wish.transportId);
    const kind = kindOf(wish);
    return this.#ledger.admit(peerId, 'producers', async () => {
      const backend = await transport.produce(kind, wish);
      const { source, isPaused } = wish;
      orClose(backend, () => {
        this.#ledger.addProducer(wish.transportId, backend.id, { backend, source, isPaused });
      });
      return backend.id;
    });
  }

  async pauseProducer(peerId: PeerId, producerId: ProducerId): Promise<void> {
    const { value } = this.#ledger.producer(peerId, producerId);
    if (value.isPaused) return;
    value.isPaused = true;
    await value.backend.pause();
    this.#tellConsumers(producerId, 'consumer_paused');
  }

  async resumeProducer(peerId: PeerId, producerId: ProducerId): Promise<void> {
    const { value } = this.#ledger.producer(peerId, producerId);
    if (!value.isPaused) return;
    value.isPaused = false;
    await value.backend.resume();
    this.#tellConsumers(producerId, 'consumer_resumed');
  }

  /** One after the other, so that who asks twice at once has one, too. */
  consume(peerId: PeerId, wish: ConsumeWish): Promise<ConsumerOffer> {
    return this.#consuming.run(`${peerId} ${wish.producerId}`, () => this.#consume(peerId, wish));
  }

  async pauseConsumer(peerId: PeerId, consumerId: ConsumerId): Promise<void> {
    await this.#ledger.consumer(peerId, consumerId).value.pause();
  }

  async resumeConsumer(peerId: PeerId, consumerId: ConsumerId): Promise<void> {
    await this.#ledger.consumer(peerId, consumerId).value.resume();
  }

  async preferLayers(peerId: PeerId, consumerId: ConsumerId, layers: Layers): Promise<void> {
    const { value } = this.#ledger.consumer(peerId, consumerId);
    inRange('spatial', layers.spatial, 0, mostLayers - 1);
    inRange('temporal', layers.temporal ?? 0, 0, mostLayers - 1);
    await value.preferLayers(layers);
  }

  async prioritize(peerId: PeerId, consumerId: ConsumerId, priority: number): Promise<void> {
    const { value } = this.#ledger.consumer(peerId, consumerId);
    inRange('priority', priority, 1, 255);
    await value.prioritize(priority);
  }

  closeTransport(peerId: PeerId, transportId: TransportId): void {
    const closed = this.#ledger.closeTransport(peerId, transportId);
    for (const { value } of closed.transports) value.close();
    this.#tellClosed(closed);
  }

  closeProducer(peerId: PeerId, producerId: ProducerId): void {
    const closed = this.#ledger.closeProducer(peerId, producerId);
    for (const { value } of closed.producers) value.backend.close();
    this.#tellClosed({ ...closed, producers: [] });
  }

  closeConsumer(peerId: PeerId, consumerId: ConsumerId): void {
    this.#ledger.closeConsumer(peerId, consumerId).value.close();
  }

  closePeer(peerId: PeerId): void {
    const closed = this.#ledger.closePeer(peerId);
    for (const { value } of closed.transports) value.close();
    this.#tellClosed(closed);
  }

  async stats(peerId: PeerId): Promise<readonly TransportStats[]> {
    return Promise.all(this.#ledger.transportsOf(peerId).map(({ value }) => value.stats()));
  }

  close(): void {
    this.#end('closed');
  }

  /** Its worker has died, and everything in it. Idempotent. */
  restarted(): void {
    this.#end('restarted');
  }

  /** What the backend says by itself. */
  heard(signal: BackendSignal): void {
    const peerId = this.#peerOf(signal);
    if (peerId !== undefined) this.listener({ ...signal, peerId });
  }

  async #consume(peerId: PeerId, wish: ConsumeWish): Promise<ConsumerOffer> {
    const { value: transport } = this.#ledger.transport(peerId, wish.transportId);
    const { producerId, transportId } = wish;
    const producer = this.#ledger.anyProducer(producerId);
    const there = this.#ledger.consumerOf(peerId, producerId);
    if (there && there.transportId !== transportId)
      throw problem('conflict', { field: 'transportId' });
    if (there) return offerOf(there.value, producer);
    return this.#ledger.admit(peerId, 'consumers', async () => {
      const consumer = await transport.consume(wish);
      orClose(consumer, () => {
        this.#ledger.addConsumer(transportId, producerId, consumer.id, consumer);
      });
      return offerOf(consumer, producer);
    });
  }

  #end(reason: 'closed' | 'restarted'): void {
    if (this.#ledger.isClosed) return;
    this.#ledger.close();
    this.backend.close();
    this.onClosed();
    this.listener({ type: 'closed', reason });
  }

  #peerOf(signal: BackendSignal): PeerId | undefined {
    if ('transportId' in signal) return this.#ledger.ownerOfTransport(signal.transportId);
    if ('consumerId' in signal) return this.#ledger.ownerOfConsumer(signal.consumerId);
    return this.#ledger.ownerOfProducer(signal.producerId);
  }

  #tellConsumers(producerId: ProducerId, type: 'consumer_paused' | 'consumer_resumed'): void {
    for (const { id, peerId } of this.#ledger.consumersOf(producerId))
      this.listener({ type, peerId, consumerId: id });
  }

  #tellClosed({ consumers, producers }: Closed<unknown, unknown, unknown>): void {
    const events: MediaEvent[] = [
      ...consumers.map(({ id, peerId }) => ({
        ...{ type: 'consumer_closed' as const, peerId, consumerId: id },
      })),
      ...producers.map(({ id, peerId }) => ({
        ...{ type: 'producer_closed' as const, peerId, producerId: id },
      })),
    ];
    for (const event of events) this.listener(event);
  }
}

const offerOf = (
  { id, kind, rtpParameters, hasLayers }: ConsumerBackend,
  { id: producerId, peerId: producerPeerId, value }: ProducerEntry<Production>,
): ConsumerOffer => ({
  ...{ id, producerId, producerPeerId, source: value.source },
  ...{ kind, rtpParameters, hasLayers, isProducerPaused: value.isPaused },
});

/** Closes what finds no place in the ledger. */
function orClose(backend: { close(): void }, add: () => void): void {
  try {
    add();
  } catch (error) {
    // What it belongs to has gone while it was made.
    backend.close();
    throw error;
  }
}

/** What a device says of its media is JSON of any shape. */
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

function mimeTypeOf(codec: unknown): string {
  const { mimeType } = (codec ?? {}) as { readonly mimeType?: unknown };
  return typeof mimeType === 'string' ? mimeType.toLowerCase() : '';
}

/** What the source says; throws when the codecs are of the other kind. */
function kindOf({ source, rtpParameters }: ProduceWish): MediaKind {
  const kind = source === 'camera' || source === 'screen' ? 'video' : 'audio';
  const [codec] = listOf(rtpParameters.codecs);
  if (mimeTypeOf(codec).startsWith(`${kind}/`)) return kind;
  throw invalid('rtpParameters', `No codec for ${source}`);
}

function inRange(path: string, value: number, min: number, max: number): void {
  if (Number.isInteger(value) && value >= min && value <= max) return;
  throw invalid(path, `Not a whole number from ${min} to ${max}`);
}

const invalid = (path: string, message: string) =>
  problem('validation_failed', { issues: [{ path, message }] });
