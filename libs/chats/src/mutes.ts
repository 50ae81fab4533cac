import { problem, UsersApi, type Actor, type Fact, type UserId } from '@app/contracts';
import { Clock, EventBus, Ticker } from '@app/platform';
import {
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
  type OnModuleInit,
} from '@nestjs/common';
import { moduleActor } from './module-actor.js';

const roundMs = 5_000;
/** After so many rounds all are asked for anew: a fact may have been lost. */
const roundsKept = 12;

/**
 * Who may not write for a while: all of them, by heart. They are few, and nobody who writes should
 * wait to hear that they are not among them. As long as the users module was not heard, all may.
 */
@Injectable()
export class Mutes implements OnModuleInit, OnApplicationBootstrap, OnApplicationShutdown {
  readonly #logger = new Logger(Mutes.name);
  #untils = new Map<UserId, string>();
  /** Facts that came while all were asked for: newer than the answer. */
  #meanwhile: Fact<'user.muted'>[] | undefined;
  #roundsLeft = 0;
  #stop: (() => void) | undefined;

  constructor(
    private readonly users: UsersApi,
    private readonly eventBus: EventBus,
    private readonly clock: Clock,
    private readonly ticker: Ticker,
  ) {}

  onModuleInit(): void {
    // Each process knows for itself, so each must hear.
    this.eventBus.listen({
      name: 'user.muted',
      handle: (mute) => {
        this.#meanwhile?.push(mute);
        apply(this.#untils, mute);
      },
      missed: () => {
        this.#roundsLeft = 0;
      },
    });
  }

  onApplicationBootstrap(): void {
    this.#stop = this.ticker.every(roundMs, () => void this.#round());
    void this.#round();
  }

  onApplicationShutdown(): void {
    this.#stop?.();
  }

  /** Undefined: they may write now. */
  until(userId: UserId): string | undefined {
    const until = this.#untils.get(userId);
    if (until === undefined || Date.parse(until) <= this.clock.now().getTime()) return undefined;
    return until;
  }

  /** Throws `muted`. */
  mustNotBe({ userId }: Actor): void {
    const until = this.until(userId);
    if (until !== undefined) throw problem('muted', { until });
  }

  async #round(): Promise<void> {
    if (this.#meanwhile || this.#roundsLeft-- > 0) return;
    this.#meanwhile = [];
    try {
      const { items } = await this.users.muted(moduleActor, {});
      const untils = new Map(items.map(({ userId, until }) => [userId, until]));
      for (const mute of this.#meanwhile) apply(untils, mute);
      this.#untils = untils;
      this.#roundsLeft = roundsKept;
    } catch (error) {
      // The users module is away: the next round asks again, and until then it is as it was.
      this.#logger.warn(`Who is muted is not known anew: ${String(error)}`);
      this.#roundsLeft = 0;
    } finally {
      this.#meanwhile = undefined;
    }
  }
}

function apply(untils: Map<UserId, string>, { userId, until }: Fact<'user.muted'>): void {
  if (until === null) untils.delete(userId);
  else untils.set(userId, until);
}
