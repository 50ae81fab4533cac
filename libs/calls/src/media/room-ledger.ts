import { problem } from '@app/contracts';
import { tooMany, type MediaBounds } from './media-bounds.js';
import type { ConsumerId, PeerId, ProducerId, TransportId } from './media-ids.js';

interface Entry<Id, Value> {
  readonly id: Id;
  readonly peerId: PeerId;
  readonly value: Value;
}

export interface TransportEntry<T> extends Entry<TransportId, T> {
  isConnected: boolean;
}

export interface ProducerEntry<P> extends Entry<ProducerId, P> {
  readonly transportId: TransportId;
}

export interface ConsumerEntry<C> extends Entry<ConsumerId, C> {
  readonly transportId: TransportId;
  readonly producerId: ProducerId;
}

/** What has gone together: consumers before producers before transports. */
export interface Closed<T, P, C> {
  readonly transports: readonly TransportEntry<T>[];
  readonly producers: readonly ProducerEntry<P>[];
  readonly consumers: readonly ConsumerEntry<C>[];
}

type Held = Record<keyof MediaBounds, number>;

/**
 * Who has what in a room, and what goes with what: a transport with its producers and consumers, a
 * producer with all its consumers. `T`, `P`, `C`: what the engine keeps for each.
 */
export class RoomLedger<T, P, C> {
  readonly #transports = new Map<TransportId, TransportEntry<T>>();
  readonly #producers = new Map<ProducerId, ProducerEntry<P>>();
  readonly #consumers = new Map<ConsumerId, ConsumerEntry<C>>();
  readonly #held = new Map<PeerId, Held>();
  #isClosed = false;

  constructor(private readonly bounds: MediaBounds) {}

  get isClosed(): boolean {
    return this.#isClosed;
  }

  get size(): { peers: number; producers: number; consumers: number } {
    const peers = new Set([...this.#transports.values()].map(({ peerId }) => peerId)).size;
    return { peers, producers: this.#producers.size, consumers: this.#consumers.size };
  }

  /** Whether the peer is in the room, or about to be. */
  hasPeer(peerId: PeerId): boolean {
    return this.#held.has(peerId);
  }

  /**
   * Counts one more of these for the peer while `make` makes it, and after. Throws
   * `validation_failed` beyond the bound; what `make` rejects with is not counted.
   */
  async admit<V>(peerId: PeerId, what: keyof MediaBounds, make: () => Promise<V>): Promise<V> {
    this.#refuseClosed();
    const held = this.#held.get(peerId) ?? { transports: 0, producers: 0, consumers: 0 };
    if (held[what] >= this.bounds[what]) throw tooMany(what, this.bounds[what]);
    held[what]++;
    this.#held.set(peerId, held);
    try {
      return await make();
    } catch (error) {
      // Whatever it is, the caller hears of it; only the count is ours.
      this.#release(peerId, what);
      throw error;
    }
  }

  /** The three of them throw `gone` or `not_found` where what they belong to has gone meanwhile. */
  addTransport(peerId: PeerId, id: TransportId, value: T): void {
    this.#refuseClosed();
    this.#transports.set(id, { id, peerId, value, isConnected: false });
  }

  addProducer(transportId: TransportId, id: ProducerId, value: P): void {
    const { peerId } = this.#found(this.#transports.get(transportId));
    this.#producers.set(id, { id, peerId, value, transportId });
  }

  addConsumer(transportId: TransportId, producerId: ProducerId, id: ConsumerId, value: C): void {
    const { peerId } = this.#found(this.#transports.get(transportId));
    this.anyProducer(producerId);
    this.#consumers.set(id, { id, peerId, value, transportId, producerId });
  }

  /** Throws `gone` in a closed room, `not_found` for what the peer does not have. */
  transport(peerId: PeerId, id: TransportId): TransportEntry<T> {
    return this.#found(this.#transports.get(id), peerId);
  }

  producer(peerId: PeerId, id: ProducerId): ProducerEntry<P> {
    return this.#found(this.#producers.get(id), peerId);
  }

  consumer(peerId: PeerId, id: ConsumerId): ConsumerEntry<C> {
    return this.#found(this.#consumers.get(id), peerId);
  }

  /** Whoever has it. */
  anyProducer(id: ProducerId): ProducerEntry<P> {
    return this.#found(this.#producers.get(id));
  }

  /** Undefined for what is not there; these three never throw. */
  ownerOfTransport(id: TransportId): PeerId | undefined {
    return this.#transports.get(id)?.peerId;
  }

  ownerOfProducer(id: ProducerId): PeerId | undefined {
    return this.#producers.get(id)?.peerId;
  }

  ownerOfConsumer(id: ConsumerId): PeerId | undefined {
    return this.#consumers.get(id)?.peerId;
  }

  transportsOf(peerId: PeerId): readonly TransportEntry<T>[] {
    this.#refuseClosed();
    return [...this.#transports.values()].filter((each) => each.peerId === peerId);
  }

  consumersOf(producerId: ProducerId): readonly ConsumerEntry<C>[] {
    return [...this.#consumers.values()].filter((each) => each.producerId === producerId);
  }

  /** That of the peer; undefined: it consumes none of it. */
  consumerOf(peerId: PeerId, producerId: ProducerId): ConsumerEntry<C> | undefined {
    for (const each of this.#consumers.values())
      if (each.producerId === producerId && each.peerId === peerId) return each;
    return undefined;
  }

  closeTransport(peerId: PeerId, id: TransportId): Closed<T, P, C> {
    return this.#remove([this.transport(peerId, id)], []);
  }

  closeProducer(peerId: PeerId, id: ProducerId): Closed<T, P, C> {
    return this.#remove([], [this.producer(peerId, id)]);
  }

  closeConsumer(peerId: PeerId, id: ConsumerId): ConsumerEntry<C> {
    const consumer = this.consumer(peerId, id);
    this.#consumers.delete(id);
    this.#release(peerId, 'consumers');
    return consumer;
  }

  closePeer(peerId: PeerId): Closed<T, P, C> {
    return this.#remove(this.transportsOf(peerId), []);
  }

  /** From now on everything is `gone`. */
  close(): void {
    this.#isClosed = true;
    for (const entries of [this.#transports, this.#producers, this.#consumers, this.#held])
      entries.clear();
  }

  #remove(
    transports: readonly TransportEntry<T>[],
    single: readonly ProducerEntry<P>[],
  ): Closed<T, P, C> {
    const ids = new Set(transports.map(({ id }) => id));
    const beneath = [...this.#producers.values()].filter((each) => ids.has(each.transportId));
    const producers = [...beneath, ...single];
    const sources = new Set(producers.map(({ id }) => id));
    const consumers = [...this.#consumers.values()].filter(
      ({ transportId, producerId }) => ids.has(transportId) || sources.has(producerId),
    );
    for (const { id, peerId } of consumers)
      if (this.#consumers.delete(id)) this.#release(peerId, 'consumers');
    for (const { id, peerId } of producers)
      if (this.#producers.delete(id)) this.#release(peerId, 'producers');
    for (const { id, peerId } of transports)
      if (this.#transports.delete(id)) this.#release(peerId, 'transports');
    return { transports, producers, consumers };
  }

  #release(peerId: PeerId, what: keyof MediaBounds): void {
    const held = this.#held.get(peerId);
    if (!held) return;
    held[what]--;
    if (held.transports + held.producers + held.consumers === 0) this.#held.delete(peerId);
  }

  /** Another's is not found either: nobody is told that it is there. */
  #found<E extends { readonly peerId: PeerId }>(entry: E | undefined, peerId?: PeerId): E {
    this.#refuseClosed();
    if (!entry || (peerId !== undefined && entry.peerId !== peerId)) throw problem('not_found');
    return entry;
  }

  #refuseClosed(): void {
    if (this.#isClosed) throw problem('gone');
  }
}
