import {
  actorOfModule,
  isProblem,
  Problem,
  type Actor,
  type AuditAction,
  type AuditApi,
  type AuditDeed,
  type AuditOutcome,
} from '@app/contracts';
import { Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { monotonicFactory } from 'ulid';
import type { Clock } from '../clock/clock.js';
import type { Ticker } from '../clock/ticker.js';
import type { DeedsRepository } from './deeds.repository.js';

/** What a module tells of a deed; when, and under which id, is added. */
export interface Deed extends Pick<AuditDeed, 'target' | 'origin' | 'before' | 'after' | 'reason'> {
  readonly action: AuditAction;
  readonly actor: Pick<Actor, 'userId'> & Partial<Pick<Actor, 'role'>>;
}

/** What is known of a deed only while it is done. */
export type Finding = Pick<Deed, 'before' | 'after'>;

/** Deeds that are handed over at once. */
const batch = 100;

/** How often it is looked for what a dead process, or a log that was away, has left; in ms. */
const sweepMs = 60_000;

/** After so many ms nobody is doing it any more: a command to the database has failed by then. */
const givenUpMs = 90_000;

/** What an outbox is made of, besides its module's name. */
export interface OutboxParts {
  readonly deeds: DeedsRepository;
  readonly clock: Clock;
  readonly ticker: Ticker;
  /** The log, wherever it is kept; asked for when there is something for it. */
  readonly log: () => Pick<AuditApi, 'append'>;
}

/**
 * Where a module writes down what it does and the audit log has to know: beside its own data, so
 * that nobody waits for another service and no deed is lost while the log is away. From there it is
 * handed over, at least once; the log takes it once.
 *
 * Deliberately not in it: a deed that is told and not awaited, and reading. See `AuditApi`.
 */
export class AuditOutbox implements OnApplicationBootstrap, OnApplicationShutdown {
  readonly #logger: Logger;
  readonly #actor: Actor;
  /** Deeds of one millisecond are told in their order. No secret: nothing is got by such an id. */
  readonly #nextId = monotonicFactory();
  #handingOver: Promise<void> | undefined;
  #hasMore = false;
  #stopSweeping: (() => void) | undefined;

  constructor(
    module: string,
    private readonly parts: OutboxParts,
  ) {
    this.#logger = new Logger(`AuditOutbox of ${module}`);
    this.#actor = actorOfModule(module);
  }

  onApplicationBootstrap(): void {
    this.#stopSweeping = this.parts.ticker.every(sweepMs, () => void this.sweep());
    void this.sweep();
  }

  async onApplicationShutdown(): Promise<void> {
    this.#stopSweeping?.();
    this.#stopSweeping = undefined;
    await this.#handingOver;
  }

  /**
   * Writes down what was done, or refused; of what changes nothing, or is told to nobody until this
   * has resolved. Whatever else may not happen unseen: `during`.
   */
  async record(deed: Deed, outcome: AuditOutcome = 'done'): Promise<void> {
    await this.recordOnce(this.#nextId(), deed, outcome);
  }

  /** As `record`, with an id of its own: the log takes it once, however often it is told. */
  async recordOnce(id: string, deed: Deed, outcome: AuditOutcome = 'done'): Promise<void> {
    await this.parts.deeds.insert({ ...this.#toDeed(deed, outcome), id }, { isSettled: true });
    this.#kick();
  }

  /**
   * Writes down what is about to be done, does it, and writes down what came of it: so it is in the
   * log even if this process dies over it. `found` adds what is known only then. Resolves or
   * rejects as `act` does.
   */
  async during<T>(deed: Deed, act: (found: (finding: Finding) => void) => Promise<T>): Promise<T> {
    const begun = this.#toDeed(deed, 'unknown');
    let finding: Finding = {};
    await this.parts.deeds.insert(begun, { isSettled: false });
    const settle = (outcome: AuditOutcome) => this.#settle({ ...begun, ...finding, outcome });
    let result: T;
    try {
      result = await act((more) => (finding = { ...finding, ...more }));
    } catch (error) {
      // Whatever it was, it is the caller's; here it only says what is known of the deed.
      await settle(outcomeOf(error));
      throw error;
    }
    await settle('done');
    return result;
  }

  /** Hands over what waits, and what was begun long ago. Resolves when it is through, or failed. */
  async sweep(): Promise<void> {
    try {
      const { clock, deeds } = this.parts;
      const begun = await deeds.begunBefore(new Date(clock.now().getTime() - givenUpMs));
      // As `unknown`, as which it was written down.
      for (const deed of begun) await deeds.settle(deed);
    } catch (error) {
      // The database is away; the next round looks again.
      this.#logger.warn(`Not swept: ${String(error)}`);
    }
    this.#kick();
    await this.#handingOver;
  }

  async #settle(deed: AuditDeed): Promise<void> {
    try {
      const isMine = await this.parts.deeds.settle(deed);
      // It took so long that it was given up, and may be in the log as such: told once more.
      if (!isMine) {
        await this.parts.deeds.insert({ ...deed, id: this.#nextId() }, { isSettled: true });
      }
      this.#kick();
    } catch (error) {
      // The database went away over it. That it was begun is stored; the deed itself is over.
      this.#logger.error(`What came of ${deed.action} ${deed.id} is not noted: ${String(error)}`);
    }
  }

  /** One at a time: what comes meanwhile goes with the next. Nobody waits for it. */
  #kick(): void {
    // Before the start and after the end others may not be there.
    if (!this.#stopSweeping) return;
    this.#hasMore = true;
    this.#handingOver ??= this.#handOver();
  }

  async #handOver(): Promise<void> {
    const { deeds: outbox, log } = this.parts;
    try {
      while (this.#hasMore) {
        this.#hasMore = false;
        const deeds = await outbox.settled(batch);
        if (deeds.length === 0) continue;
        await log().append(this.#actor, { deeds });
        await outbox.remove(deeds.map(({ id }) => id));
        if (deeds.length === batch) this.#hasMore = true;
      }
    } catch (error) {
      // The log is away, or the database: it waits here, and the next deed or round takes it along.
      this.#hasMore = false;
      this.#logger.warn(`Deeds wait for the audit log: ${String(error)}`);
    } finally {
      // In the turn in which nothing more was asked for: who asks after that begins another round,
      // and waits for it.
      this.#handingOver = undefined;
    }
  }

  #toDeed({ actor, ...deed }: Deed, outcome: AuditOutcome): AuditDeed {
    const at = this.parts.clock.now().toISOString();
    const { userId: id, role } = actor;
    const who = { id, ...(role && { role }) };
    return { id: this.#nextId(), at, outcome, actor: who, ...deed };
  }
}

/** Of a deed that ended so. A service of which nothing was heard may have done it all the same. */
function outcomeOf(error: unknown): AuditOutcome {
  const isRefused = error instanceof Problem && !isProblem(error, 'service_unavailable');
  return isRefused ? 'refused' : 'unknown';
}
