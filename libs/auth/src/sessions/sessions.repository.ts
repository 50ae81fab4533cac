import type { Device, SessionId, UserId } from '@app/contracts';
import { Database } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { Model } from 'mongoose';
import { sessionSchema, sessionValidator, type SessionDocument } from './session.schema.js';

/** A session that neither ended nor expired. */
export interface LiveSession {
  readonly id: SessionId;
  readonly userId: UserId;
  readonly tokenHash: string;
  readonly previousTokenHash?: string | undefined;
  readonly rotatedAt: Date;
  readonly device: Device;
  readonly createdAt: Date;
  readonly lastUsedAt: Date;
  readonly expiresAt: Date;
}

/** From one refresh token to the next. */
export interface Rotation {
  readonly sessionId: SessionId;
  /** Hash of the token that is spent. */
  readonly from: string;
  /** Hash of the one that is good from now on. */
  readonly to: string;
  readonly device: Device;
  readonly now: Date;
  readonly expiresAt: Date;
}

/** Sessions one at a time and per person; only hashes of their tokens. */
@Injectable()
export class SessionsRepository {
  readonly #sessions: Model<SessionDocument>;

  constructor(database: Database) {
    this.#sessions = database.model('sessions', sessionSchema, { validator: sessionValidator });
  }

  async insert({ id, device, ...session }: LiveSession): Promise<void> {
    await this.#sessions.create({ _id: id, ...session, ...kept(device) });
  }

  async find(sessionId: SessionId, now: Date): Promise<LiveSession | undefined> {
    const document = await this.#sessions
      .findOne({ _id: sessionId, revokedAt: null })
      .lean<SessionDocument>();
    // Expiry is looked at here too: the database takes a minute to notice.
    return document && document.expiresAt > now ? toSession(document) : undefined;
  }

  /** Whether this person has, or lately had, a session of this id. */
  async isOf(userId: UserId, sessionId: SessionId): Promise<boolean> {
    return (await this.#sessions.exists({ _id: sessionId, userId })) !== null;
  }

  /** The last used first. */
  async findOf(userId: UserId, now: Date): Promise<LiveSession[]> {
    const found = await this.#sessions.find({ userId, revokedAt: null }).lean<SessionDocument[]>();
    return found
      .filter(({ expiresAt }) => expiresAt > now)
      .sort((one, other) => other.lastUsedAt.getTime() - one.lastUsedAt.getTime())
      .map(toSession);
  }

  /** Those that ended, and will be forgotten after `now`. */
  async findEndedOf(userId: UserId, now: Date): Promise<SessionId[]> {
    const found = await this.#sessions
      .find({ userId, revokedAt: { $ne: null } }, { expiresAt: 1 })
      .lean<Pick<SessionDocument, '_id' | 'expiresAt'>[]>();
    return found.filter(({ expiresAt }) => expiresAt > now).map(({ _id }) => _id);
  }

  /** Compare and set: false if `from` was spent, or the session ended, in the meantime. */
  async rotate({ sessionId, from, to, device, now, expiresAt }: Rotation): Promise<boolean> {
    const { matchedCount } = await this.#sessions.updateOne(
      { _id: sessionId, tokenHash: from, revokedAt: null },
      {
        $set: {
          tokenHash: to,
          previousTokenHash: from,
          rotatedAt: now,
          lastUsedAt: now,
          expiresAt,
          ...kept(device),
        },
      },
    );
    return matchedCount === 1;
  }

  /** Ends sessions, to be forgotten at `forgetAt`. Idempotent. At most 500 ids. */
  async revoke(sessionIds: readonly SessionId[], now: Date, forgetAt: Date): Promise<void> {
    await this.#sessions.updateMany(
      { _id: { $in: [...sessionIds] }, revokedAt: null },
      { $set: { revokedAt: now, expiresAt: forgetAt } },
    );
  }

  /** Those that ended and will be forgotten in `(from, to]`. */
  async findRevoked(from: Date, to: Date): Promise<SessionId[]> {
    const found = await this.#sessions
      .find({ expiresAt: { $gt: from, $lte: to }, revokedAt: { $ne: null } }, { _id: 1 })
      .lean<Pick<SessionDocument, '_id'>[]>();
    return found.map(({ _id }) => _id);
  }
}

const kept = ({ userAgent, address }: Device): Device => ({ userAgent, address });

function toSession(document: SessionDocument): LiveSession {
  const { _id, userAgent, address, revokedAt: _r, ...session } = document;
  return { id: _id, device: { userAgent, address }, ...session };
}
