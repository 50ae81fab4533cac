import { anonymous, problem, SessionId, type Device, type UserId } from '@app/contracts';
import { AuditOutbox, Clock, CONFIG, IdGenerator, type Config } from '@app/platform';
import { Inject, Injectable } from '@nestjs/common';
import {
  firstToken,
  hashOf,
  read,
  successorOf,
  write,
  type RefreshToken,
} from './refresh-token.js';
import { SessionEnder } from './session-ender.js';
import { SessionsRepository, type LiveSession } from './sessions.repository.js';

/** A session somebody may go on with. */
export interface OpenSession {
  readonly sessionId: SessionId;
  readonly userId: UserId;
  readonly refreshToken: string;
}

type DeskConfig = Pick<Config, 'refreshTtl' | 'jwtSecret' | 'jwtSecretPrevious'>;

/** Ms in which the device that spent a token may ask again: two tabs, or a lost answer. */
const GRACE_MS = 10_000;

/** Devices one person is signed in on; beyond it the one unused for longest is signed out. */
const MAX_SESSIONS = 100;

/** Opens sessions, and exchanges refresh tokens. */
@Injectable()
export class SessionDesk {
  constructor(
    private readonly sessions: SessionsRepository,
    private readonly ender: SessionEnder,
    private readonly ids: IdGenerator,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: DeskConfig,
    private readonly outbox: AuditOutbox,
  ) {}

  async open(userId: UserId, device: Device): Promise<OpenSession> {
    const token = firstToken(SessionId.parse(this.ids.next()));
    const now = this.clock.now();
    await this.sessions.insert({
      id: token.sessionId,
      userId,
      tokenHash: hashOf(token),
      rotatedAt: now,
      device,
      createdAt: now,
      lastUsedAt: now,
      expiresAt: this.#expiryFrom(now),
    });
    const surplus = (await this.list(userId)).slice(MAX_SESSIONS).map(({ id }) => id);
    if (surplus.length > 0) await this.#endSurplus(userId, surplus, device);
    return { sessionId: token.sessionId, userId, refreshToken: write(token) };
  }

  /** The last used first. */
  list(userId: UserId): Promise<LiveSession[]> {
    return this.sessions.findOf(userId, this.clock.now());
  }

  /**
   * Spends a refresh token for the next one. Throws `unauthenticated`: for no token of ours, for an
   * ended session, and for a token that was spent before, whose session ends now, as two hold it.
   */
  async exchange(text: string, device: Device): Promise<OpenSession> {
    const token = read(text);
    const session = token && (await this.sessions.find(token.sessionId, this.clock.now()));
    if (!session) throw problem('unauthenticated');
    const next = (await this.#spend(session, token, device)) ?? (await this.#again(token, device));
    if (next) return { sessionId: session.id, userId: session.userId, refreshToken: write(next) };
    await this.#endReused(session, device);
    throw problem('unauthenticated');
  }

  /** `origin`: where somebody has just signed in. */
  async #endSurplus(userId: UserId, surplus: readonly SessionId[], origin: Device): Promise<void> {
    for (const id of surplus) {
      const target = { kind: 'session', id } as const;
      const deed = { action: 'session.ended', actor: { userId }, target, origin } as const;
      await this.outbox.record({ ...deed, after: { isSurplus: true } });
    }
    await this.ender.end(userId, surplus);
  }

  /** Two hold it, and which of them has stolen it nobody can tell: `origin` is the later one. */
  async #endReused({ id, userId }: LiveSession, origin: Device): Promise<void> {
    const target = { kind: 'session', id } as const;
    const deed = { action: 'session.reused', actor: anonymous, target, origin } as const;
    await this.outbox.record({ ...deed, before: { userId } }, 'refused');
    await this.ender.end(userId, [id]);
  }

  /** Undefined if the token is not the current one, or no longer when it comes to it. */
  async #spend(
    session: LiveSession,
    token: RefreshToken,
    device: Device,
  ): Promise<RefreshToken | undefined> {
    const from = hashOf(token);
    if (session.tokenHash !== from) return undefined;
    const next = successorOf(token, this.#keys()[0]!);
    const now = this.clock.now();
    const expiresAt = this.#expiryFrom(now);
    const rotation = { sessionId: session.id, from, to: hashOf(next), device, now, expiresAt };
    return (await this.sessions.rotate(rotation)) ? next : undefined;
  }

  /** The successor of a token that this device spent a moment ago, as it got it then. */
  async #again(token: RefreshToken, device: Device): Promise<RefreshToken | undefined> {
    const now = this.clock.now();
    // Read anew: another tab may have been here since.
    const session = await this.sessions.find(token.sessionId, now);
    if (session?.previousTokenHash !== hashOf(token)) return undefined;
    if (now.getTime() - session.rotatedAt.getTime() > GRACE_MS) return undefined;
    if (!isSame(session.device, device)) return undefined;
    return this.#keys()
      .map((key) => successorOf(token, key))
      .find((next) => hashOf(next) === session.tokenHash);
  }

  /** The previous one too: the secret may have been rotated within the grace. */
  #keys(): string[] {
    const { jwtSecret, jwtSecretPrevious } = this.config;
    if (jwtSecret === undefined) throw new Error('JWT_SECRET is missing');
    return jwtSecretPrevious === undefined ? [jwtSecret] : [jwtSecret, jwtSecretPrevious];
  }

  #expiryFrom(now: Date): Date {
    return new Date(now.getTime() + this.config.refreshTtl * 1000);
  }
}

function isSame(one: Device, other: Device): boolean {
  return one.userAgent === other.userAgent && one.address === other.address;
}
