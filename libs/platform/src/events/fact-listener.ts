import { setTimeout as sleep } from 'node:timers/promises';
import type { Fact, FactName } from '@app/contracts';
import { Logger } from '@nestjs/common';
import type { Redis } from 'ioredis';
import { toEntries, type StreamEntry } from '../redis/consumer-group.js';
import type { RedisConnections } from '../redis/redis-connections.js';
import type { Listener } from './event-bus.js';
import { factStream } from './fact-reader.js';

const batchSize = 64;
/** Longest wait for a fact, in ms: also how late a new listener or `close()` is noticed. */
const blockMs = 250;
/** The pause after Redis refused or vanished, in ms. */
const retryMs = 100;
/** Facts of so many ms before the first `add` are told too: what is on its way is not missed. */
const marginMs = 1000;

/** The listeners of one fact, and the last entry that they heard. */
interface Ear {
  readonly listeners: Listener[];
  readonly sinceMs: number;
  lastId?: string;
}

/**
 * The facts that one process hears whoever else does: plain reads that remember their place here,
 * so that a process leaves nothing in Redis when it is gone.
 */
export class FactListener {
  /** `Map<stream, ear>`. */
  readonly #ears = new Map<string, Ear>();
  readonly #redis: Redis;
  readonly #logger = new Logger(FactListener.name);
  #reading: Promise<void> | undefined;
  #isClosing = false;

  constructor(redis: RedisConnections) {
    this.#redis = redis.forBlockingReads();
  }

  add(listener: Listener): void {
    const stream = factStream(listener.name);
    const ear = this.#ears.get(stream) ?? { listeners: [], sinceMs: performance.now() };
    ear.listeners.push(listener);
    this.#ears.set(stream, ear);
    this.#reading ??= this.#readUntilClosed();
  }

  async close(): Promise<void> {
    this.#isClosing = true;
    await this.#reading;
  }

  async #readUntilClosed(): Promise<void> {
    while (!this.#isClosing) {
      try {
        for (const entry of await this.#fresh()) await this.#tell(entry);
      } catch (error) {
        // Redis is away. It was logged by the connection; we go on from where we are.
        this.#logger.debug(error);
        await sleep(retryMs);
      }
    }
  }

  async #fresh(): Promise<StreamEntry[]> {
    const ears = [...this.#ears];
    const ids: string[] = [];
    for (const [, ear] of ears) ids.push((ear.lastId ??= await this.#startOf(ear)));
    const streams = ears.map(([stream]) => stream);
    // prettier-ignore
    const reply = await this.#redis.xread(
      'COUNT', batchSize, 'BLOCK', blockMs, 'STREAMS', ...streams, ...ids);
    return (reply ?? []).flatMap(([stream, entries]) => toEntries(stream, entries));
  }

  /** By Redis' clock, which names the entries; ours may differ from it. */
  async #startOf({ sinceMs }: Ear): Promise<string> {
    const [seconds] = await this.#redis.time();
    const agoMs = performance.now() - sinceMs + marginMs;
    return `${Math.floor(Number(seconds) * 1000 - agoMs)}-0`;
  }

  async #tell({ stream, id, fields }: StreamEntry): Promise<void> {
    const ear = this.#ears.get(stream)!;
    ear.lastId = id;
    const fact = JSON.parse(fields['fact']!) as Fact<FactName>;
    for (const listener of ear.listeners) {
      try {
        await listener.handle(fact);
      } catch (error) {
        // Whatever a listener throws: see the promise of the port.
        this.#logger.error(`A listener failed on ${stream} ${id}`, error);
      }
    }
  }
}
