import type { Scope, TokenId, UserId } from '@app/contracts';
import { Schema } from 'mongoose';

/** A personal access token, of whose secret only the hash is kept. */
export interface TokenDocument {
  readonly _id: TokenId;
  readonly userId: UserId;
  readonly name: string;
  /** SHA-256 in base64url. */
  readonly secretHash: string;
  readonly scopes: readonly Scope[];
  readonly createdAt: Date;
  readonly expiresAt?: Date;
  readonly lastUsedAt?: Date;
  readonly revokedAt?: Date;
  /** When the database may forget it; absent: as long as nobody revokes it. */
  readonly forgetAt?: Date;
}

const text = { type: String, required: true };

export const tokenSchema = new Schema<TokenDocument>(
  {
    _id: text,
    userId: text,
    name: text,
    secretHash: text,
    scopes: { type: [String], required: true },
    createdAt: { type: Date, required: true },
    expiresAt: Date,
    lastUsedAt: Date,
    revokedAt: Date,
    forgetAt: Date,
  },
  { versionKey: false },
)
  .index({ userId: 1 }, { name: 'token_user' })
  .index({ forgetAt: 1 }, { name: 'token_forget', expireAfterSeconds: 0 });

export const tokenValidator = {
  $jsonSchema: {
    bsonType: 'object',
    required: ['_id', 'userId', 'name', 'secretHash', 'scopes', 'createdAt'],
    properties: {
      _id: { bsonType: 'string' },
      userId: { bsonType: 'string' },
      secretHash: { bsonType: 'string', minLength: 43, maxLength: 43 },
      scopes: { bsonType: 'array', minItems: 1, maxItems: 32, items: { bsonType: 'string' } },
      expiresAt: { bsonType: 'date' },
      revokedAt: { bsonType: 'date' },
    },
  },
};
