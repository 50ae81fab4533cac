import type { Clock } from '../clock/clock.js';
import type { IdGenerator } from '../clock/id-generator.js';
import type { JobKind } from './job-kind.js';
import type { JobContext, JobQueue } from './job-queue.js';

/** What is ordered; its id is the key of its job. */
interface Order {
  readonly id: string;
}

/** What a module knows of its orders, and how it carries them out. */
export interface OrderBook<O extends Order> {
  /** The one that is to be carried out; undefined: none. Those that have ended are none. */
  pending(): Promise<O | undefined>;

  /**
   * Does it, and writes down its end. Again is harmless, also while somebody is at it who was taken
   * for dead. `signal` ends it early. What it rejects with is tried again.
   */
  carryOut(order: O, signal: AbortSignal): Promise<void>;

  /** Writes down that nobody tries it any more, and why. Nothing where it has ended already. */
  giveUp(order: O, why: string): Promise<void>;
}

/**
 * Orders that are carried out one at a time, each by a job of its own. The order stands in the book
 * of its module, which takes one while none is pending; the job has it done, and may be lost.
 *
 * Deliberately not here: how a book keeps to one at a time, and orders of which several are open.
 */
export class LoneOrders<O extends Order> {
  constructor(
    private readonly jobs: JobQueue,
    private readonly kind: JobKind<{ id: O['id'] }>,
    private readonly book: OrderBook<O>,
  ) {}

  /** Starts to carry out. Once per process. */
  begin(): void {
    this.jobs.handle(this.kind, ({ id }, context) => this.#try(id, context));
  }

  /** An id and a time for one that nobody knows of yet. */
  draw(ids: IdGenerator, clock: Clock): { readonly id: O['id']; readonly createdAt: string } {
    const { id } = this.kind.payload.parse({ id: ids.next() });
    return { id, createdAt: clock.now().toISOString() };
  }

  /** Has it carried out, once it is in the book. Idempotent. */
  order({ id }: Pick<O, 'id'>): Promise<void> {
    return this.jobs.enqueue(this.kind, { id }, { key: id });
  }

  /**
   * Orders one again whose job was lost. If processes have died over it often enough it is given
   * up: no other tries, and it would keep all others from their turn.
   */
  async revive(): Promise<void> {
    const pending = await this.book.pending();
    if (!pending) return;
    const dead = (await this.jobs.dead(this.kind)).find(({ key }) => key === pending.id);
    if (dead) await this.book.giveUp(pending, dead.error);
    else await this.order(pending);
  }

  /** A job may come late, when its order has ended, or its id may be of another book. */
  async #try(id: O['id'], { attempt, signal }: JobContext): Promise<void> {
    const pending = await this.book.pending();
    if (pending?.id !== id) return;
    try {
      await this.book.carryOut(pending, signal);
    } catch (error) {
      // Tried again by the queue, and named in the log; but who waits hears that it was the last.
      const isLast = attempt >= this.kind.limits.attempts && !signal.aborted;
      if (isLast) await this.book.giveUp(pending, wordsOf(error));
      throw error;
    }
  }
}

const wordsOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);
