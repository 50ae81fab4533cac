import type { AuditDeed, Done } from '@app/contracts';
import { AuditOutbox } from '../audit/audit-outbox.js';
import { DeedsRepository } from '../audit/deeds.repository.js';
import type { Clock } from '../clock/clock.js';
import type { Ticker } from '../clock/ticker.js';
import type { Database } from '../mongo/database.js';

/** The outbox of a module, and a log that has heard what it told. */
export class HeardDeeds {
  readonly all: AuditDeed[] = [];
  /** Thrown at what is told, as by a log that is away. */
  failure: Error | undefined;
  readonly outbox: AuditOutbox;

  /** Before the database is opened; `outbox.onApplicationBootstrap()` after that. */
  constructor(module: string, database: Database, time: Clock & Ticker) {
    this.outbox = new AuditOutbox(module, {
      deeds: new DeedsRepository(database, module),
      clock: time,
      ticker: time,
      log: () => ({ append: (_, { deeds }) => this.#take(deeds) }),
    });
  }

  /** As `session.opened done`, in the order of the telling. */
  get briefly(): string[] {
    return this.all.map(({ action, outcome }) => `${action} ${outcome}`);
  }

  #take(deeds: readonly AuditDeed[]): Promise<Done> {
    if (this.failure) return Promise.reject(this.failure);
    this.all.push(...deeds);
    return Promise.resolve({});
  }
}
