import { createHash } from 'node:crypto';
import { anonymous, isProblem, type Device, type UserId } from '@app/contracts';
import { AuditOutbox, Clock, IdGenerator, networkOf, Ticker, type Deed } from '@app/platform';
import {
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { RefusalsRepository } from './refusals.repository.js';
import type { RefusalsDocument } from './refusals.schema.js';

const minuteMs = 60_000;

/** Accounts of one minute and network that have an entry each; of more there is one for all. */
const maxAccounts = 10;

/** In place of an account: there is none of that name. */
const noAccount = 'unknown';
/** In place of an account: it was not looked for, after too many failures of that name. */
const limited = 'limited';

/**
 * Tells the audit log of refused sign-ins. The first of a network and minute has an entry at once,
 * the rest are counted and have theirs when the minute is over: else whoever is nobody here writes
 * as many as they like, for ever. What is done for one is the same whether there is such an account
 * or not, so that it takes the same time.
 *
 * Never in it: what was typed, which may be a password in the wrong field.
 */
@Injectable()
export class Refusals implements OnApplicationBootstrap, OnApplicationShutdown {
  readonly #logger = new Logger(Refusals.name);
  #stop: (() => void) | undefined;
  #sweeping: Promise<void> | undefined;

  constructor(
    private readonly refusals: RefusalsRepository,
    private readonly outbox: AuditOutbox,
    private readonly ids: IdGenerator,
    private readonly clock: Clock,
    private readonly ticker: Ticker,
  ) {}

  onApplicationBootstrap(): void {
    this.#stop = this.ticker.every(minuteMs, () => void this.sweep());
  }

  onApplicationShutdown(): void {
    this.#stop?.();
  }

  /** Somebody gave a wrong password for an account, or the name of none. */
  async note(userId: UserId | undefined, origin: Device): Promise<void> {
    await this.#note(userId ?? noAccount, origin);
  }

  /** Does `act`, and notes it where that has failed too often to be tried. */
  async noteLimited<T>(origin: Device, act: () => Promise<T>): Promise<T> {
    try {
      return await act();
    } catch (error) {
      // Whatever it was, it is the caller's.
      if (isProblem(error, 'rate_limited')) await this.#note(limited, origin);
      throw error;
    }
  }

  /** Writes down what was counted in minutes that are over. Idempotent, by two at once as well. */
  async sweep(): Promise<void> {
    this.#sweeping ??= this.#sweep().finally(() => {
      this.#sweeping = undefined;
    });
    await this.#sweeping;
  }

  async #sweep(): Promise<void> {
    try {
      const now = this.clock.now().getTime();
      // A minute more: clocks differ, and somebody may be slow to count.
      const over = await this.refusals.before(new Date(now - 2 * minuteMs));
      for (const minute of over) await this.#writeDown(minute);
    } catch (error) {
      // The database is away; the next round looks again.
      this.#logger.warn(`Refused sign-ins are not in the audit log yet: ${String(error)}`);
    }
  }

  async #note(key: string, origin: Device): Promise<void> {
    const now = this.clock.now().getTime();
    const at = new Date(now - (now % minuteMs));
    const _id = `${at.toISOString()} ${networkOf(origin.address)}`;
    const isFirst = await this.refusals.count({ _id, at, origin, seed: this.ids.next() }, key);
    if (!isFirst) return;
    await this.outbox.record(deedOf(key, origin), 'refused');
    await this.refusals.discount(_id, key);
  }

  async #writeDown(minute: RefusalsDocument): Promise<void> {
    const { _id, seed, counts } = minute;
    const { requestId: _ofTheFirst, ...origin } = minute.origin;
    const since = minute.at.toISOString();
    for (const [key, attempts] of together(counts)) {
      const deed = { ...deedOf(key, origin), after: { ...afterOf(key), attempts, since } };
      await this.outbox.recordOnce(idOf(seed, key), deed, 'refused');
    }
    await this.refusals.remove(_id);
  }
}

function deedOf(key: string, origin: Device): Deed {
  const isAccount = key !== noAccount && key !== limited;
  const target = { kind: 'user', id: key } as const;
  return {
    action: 'session.refused',
    actor: anonymous,
    origin,
    ...(isAccount && { target }),
    ...(key === limited && { after: afterOf(key) }),
  };
}

const afterOf = (key: string) => (key === limited ? { isLimited: true } : {});

/** Those of too many accounts as of none, so that nobody fills the log with names they know. */
function together(counts: RefusalsDocument['counts']): [string, number][] {
  const all = Object.entries(counts).filter(([, count]) => count > 0);
  if (all.length <= maxAccounts) return all;
  const ofLimited = all.filter(([key]) => key === limited);
  const others = all.filter(([key]) => key !== limited);
  return [...ofLimited, [noAccount, others.reduce((sum, [, count]) => sum + count, 0)]];
}

/** In the alphabet of ids: the log takes it once. */
function idOf(seed: string, key: string): string {
  return createHash('sha256').update(`${seed} ${key}`).digest('hex').toUpperCase().slice(0, 26);
}
