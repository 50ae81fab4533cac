import { problem, type Actor, type Fact, type SessionId, type UserId } from '@app/contracts';
import {
  AuditOutbox,
  chunksOf,
  Clock,
  CONFIG,
  EventBus,
  RevocationList,
  type Config,
} from '@app/platform';
import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleInit } from '@nestjs/common';
import { SessionsRepository } from './sessions.repository.js';

/** Most ids that one write names. */
const BATCH = 500;

/**
 * Ends sessions: no refresh token of theirs is exchanged and no access token accepted, on any node.
 * The socket server hears of it by the fact `session.revoked`, and closes their sockets.
 */
@Injectable()
export class SessionEnder implements OnModuleInit, OnApplicationBootstrap {
  readonly #accessTtlMs: number;

  constructor(
    private readonly sessions: SessionsRepository,
    private readonly revocations: RevocationList,
    private readonly eventBus: EventBus,
    private readonly clock: Clock,
    @Inject(CONFIG) { accessTtl }: Pick<Config, 'accessTtl'>,
    private readonly outbox: AuditOutbox,
  ) {
    this.#accessTtlMs = accessTtl * 1000;
  }

  onModuleInit(): void {
    this.eventBus.subscribe({
      module: 'auth',
      name: 'user.updated',
      handle: (user) => this.#endDeactivated(user),
    });
  }

  /** A list in memory was lost with the process that had it: access tokens may outlive that. */
  async onApplicationBootstrap(): Promise<void> {
    const now = this.clock.now();
    const ended = await this.sessions.findRevoked(now, this.#forgetAt(now));
    if (ended.length > 0) await this.revocations.revoke(ended, this.#accessTtlMs);
  }

  /** Resolves once the tokens are refused everywhere. Idempotent. */
  async end(userId: UserId, sessionIds: readonly SessionId[]): Promise<void> {
    for (const batch of chunksOf(sessionIds, BATCH)) {
      const now = this.clock.now();
      // One batch after the other: more than one comes only to somebody who signs in all day long.
      await this.sessions.revoke(batch, now, this.#forgetAt(now));
      await this.revocations.revoke(batch, this.#accessTtlMs);
      await this.eventBus.publish('session.revoked', { userId, sessionIds: batch });
    }
  }

  /**
   * All of a person's sessions but `kept`. Those that have ended lately are told of again: whoever
   * ended them may have died before it was told, or nobody was there to be told.
   */
  async endOthers(userId: UserId, kept?: SessionId): Promise<void> {
    const now = this.clock.now();
    const [live, ended] = await Promise.all([
      this.sessions.findOf(userId, now),
      this.sessions.findEndedOf(userId, now),
    ]);
    const others = live.map(({ id }) => id).filter((id) => id !== kept);
    await this.end(userId, [...others, ...ended]);
  }

  /**
   * One session of this person, who wants it. Throws `not_found` for what never was, or is somebody
   * else's.
   */
  async endOne(actor: Actor, sessionId: SessionId): Promise<void> {
    if (!(await this.sessions.isOf(actor.userId, sessionId))) throw problem('not_found');
    await this.endBy(actor, sessionId);
  }

  /** A session of theirs, as they want it. Idempotent. */
  async endBy(actor: Actor, sessionId: SessionId): Promise<void> {
    const target = { kind: 'session', id: sessionId } as const;
    await this.outbox.during({ action: 'session.ended', actor, target }, () =>
      this.end(actor.userId, [sessionId]),
    );
  }

  /** All sessions of this person but the one in which they want it. */
  async endOthersOf(actor: Actor): Promise<void> {
    const { userId, sessionId } = actor;
    const target = { kind: 'user', id: userId } as const;
    const deed = { action: 'session.ended', actor, target, after: { kept: sessionId } } as const;
    await this.outbox.during(deed, () => this.endOthers(userId, sessionId));
  }

  async #endDeactivated({ id, isDeactivated }: Fact<'user.updated'>): Promise<void> {
    if (isDeactivated) await this.endOthers(id);
  }

  /** As long as an access token may live: so long, a restart must find it. */
  #forgetAt(now: Date): Date {
    return new Date(now.getTime() + this.#accessTtlMs);
  }
}
