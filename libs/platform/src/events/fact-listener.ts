import { setTimeout as sleep } from 'node:timers/promises';
import type { Fact, FactName } from '@app/contracts';
import { Logger } from '@nestjs/common';
import type { Redis } from 'ioredis';
import { toEntries, type StreamEntry } from '../redis/consumer-group.js';
import type { RedisConnections } from '../redis/redis-connections.js';
import type { Listener } from './event-bus.js';
import { factStream } from './fact-reader.js';
import type { FactTotals } from './fact-totals.js';

const batchSize = 64;
/** Longest wait for a fact, in ms: so late a new listener or `close()` is noticed, at worst. */
const blockMs = 1000;
/** The pause after Redis refused or vanished, in ms. */
const retryMs = 100;
/** Facts of so many ms before the first `add` are told too: what is on its way is not missed. */
const marginMs = 1000;

/** The listeners of one fact, and the last entry that they heard. */
interface Ear {
  readonly listeners: Listener[];
  readonly sinceMs: number;
  lastId?: string;
  /** Whether `lastId` is of an entry that was there, and not just a time. */
  hasHeard: boolean;
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
  #hasAnswer = false;
  #isInDoubt = false;

  constructor(
    private readonly connections: RedisConnections,
    private readonly totals: FactTotals,
  ) {
    this.#redis = connections.forBlockingReads();
  }

  add(listener: Listener): void {
    const [stream, now] = [factStream(listener.name), performance.now()];
    const ear = this.#ears.get(stream) ?? { listeners: [], sinceMs: now, hasHeard: false };
    ear.listeners.push(listener);
    this.#ears.set(stream, ear);
    if (this.#reading) void this.connections.wake(this.#redis);
    this.#reading ??= this.#readUntilClosed();
  }

  /** Facts were lost on their way to Redis: who listens is told so once it answers again. */
  doubt(): void {
    this.#isInDoubt = true;
    void this.connections.wake(this.#redis);
  }

  async close(): Promise<void> {
    this.#isClosing = true;
    void this.connections.wake(this.#redis);
    await this.#reading;
  }

  async #readUntilClosed(): Promise<void> {
    while (!this.#isClosing) {
      try {
        const entries = await this.#fresh();
        this.#hasAnswer = true;
        if (this.#isInDoubt) for (const ear of this.#ears.values()) this.#miss(ear);
        this.#isInDoubt = false;
        for (const entry of entries) await this.#tell(entry);
        if (entries.length > 0) await this.#lookForCut();
      } catch (error) {
        // Redis is away. It was logged by the connection; we go on from where we are, and what
        // others could not tell meanwhile is lost. Before the first answer there is nothing to
        // forget.
        this.#isInDoubt ||= this.#hasAnswer;
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

  /** Where even the last entry that was heard is gone, so may be some that came after it. */
  async #lookForCut(): Promise<void> {
    for (const [stream, ear] of this.#ears) {
      if (!ear.hasHeard) continue;
      const [first] = await this.#redis.xrange(stream, '-', ear.lastId!, 'COUNT', 1);
      if (!first) this.#miss(ear);
    }
  }

  #miss(ear: Ear): void {
    this.totals.lost++;
    for (const listener of ear.listeners) {
      this.#logger.error(`A listener missed some ${listener.name}`);
      void this.#attempt(listener, () => listener.missed());
    }
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
    ear.hasHeard = true;
    const fact = JSON.parse(fields['fact']!) as Fact<FactName>;
    for (const listener of ear.listeners) {
      await this.#attempt(listener, () => listener.handle(fact));
    }
  }

  async #attempt({ name }: Listener, run: () => Promise<void> | void): Promise<void> {
    try {
      await run();
    } catch (error) {
      // Whatever a listener throws: see the promise of the port.
      this.#logger.error(`A listener failed on ${name}`, error);
    }
  }
}
