import type { SessionId, UserId } from '@app/contracts';
import { Schema } from 'mongoose';

/** One log-in on one device: the family of its refresh tokens, of which only hashes are kept. */
export interface SessionDocument {
  readonly _id: SessionId;
  readonly userId: UserId;
  /** SHA-256 of the secret of the refresh token that is good now. */
  readonly tokenHash: string;
  /** Of the one before it, good for a moment longer. */
  readonly previousTokenHash?: string;
  readonly rotatedAt: Date;
  readonly userAgent: string;
  readonly address: string;
  readonly createdAt: Date;
  readonly lastUsedAt: Date;
  /** When the database may forget it. */
  readonly expiresAt: Date;
  readonly revokedAt?: Date;
}

const text = { type: String, required: true };
const time = { type: Date, required: true };
/** May be empty, which mongoose's `required` would refuse. */
const note = { type: String, default: '' };

export const sessionSchema = new Schema<SessionDocument>(
  {
    _id: text,
    userId: text,
    tokenHash: text,
    previousTokenHash: String,
    rotatedAt: time,
    userAgent: note,
    address: note,
    createdAt: time,
    lastUsedAt: time,
    expiresAt: time,
    revokedAt: Date,
  },
  { versionKey: false },
)
  .index({ userId: 1 }, { name: 'session_user' })
  .index({ expiresAt: 1 }, { name: 'session_expiry', expireAfterSeconds: 0 });

export const sessionValidator = {
  $jsonSchema: {
    bsonType: 'object',
    required: ['_id', 'userId', 'tokenHash', 'rotatedAt', 'createdAt', 'lastUsedAt', 'expiresAt'],
    properties: {
      _id: { bsonType: 'string' },
      userId: { bsonType: 'string' },
      tokenHash: { bsonType: 'string' },
      expiresAt: { bsonType: 'date' },
      revokedAt: { bsonType: 'date' },
    },
  },
};
