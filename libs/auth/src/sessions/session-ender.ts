import { problem, type Actor, type Fact, type SessionId, type UserId } from '@app/contracts';
import { AuditOutbox, Clock, EventBus } from '@app/platform';
import { Injectable, type OnApplicationBootstrap, type OnModuleInit } from '@nestjs/common';
import { TokenEnder } from '../tokens/token-ender.js';
import { Revoker } from './revoker.js';
import { SessionsRepository } from './sessions.repository.js';

/**
 * Ends sessions: no refresh token of theirs is exchanged and no access token accepted, on any node.
 */
@Injectable()
export class SessionEnder implements OnModuleInit, OnApplicationBootstrap {
  constructor(
    private readonly sessions: SessionsRepository,
    private readonly tokens: TokenEnder,
    private readonly revoker: Revoker,
    private readonly eventBus: EventBus,
    private readonly clock: Clock,
    private readonly outbox: AuditOutbox,
  ) {}

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
    await this.revoker.recall(await this.sessions.findRevoked(now, this.revoker.forgetAt(now)));
  }

  /** Resolves once the tokens are refused everywhere. Idempotent. */
  async end(userId: UserId, sessionIds: readonly SessionId[]): Promise<void> {
    await this.revoker.revoke(userId, sessionIds, (batch) => {
      const now = this.clock.now();
      return this.sessions.revoke(batch, now, this.revoker.forgetAt(now));
    });
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

  /** All of a person's sessions, and the tokens of their programs: nothing of theirs gets in. */
  async endAll(userId: UserId): Promise<void> {
    await this.endOthers(userId);
    await this.tokens.endAll(userId);
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
    if (isDeactivated) await this.endAll(id);
  }
}
