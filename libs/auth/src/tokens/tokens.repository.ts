import type { TokenId, UserId } from '@app/contracts';
import { Database } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { Model } from 'mongoose';
import { tokenSchema, tokenValidator, type TokenDocument } from './token.schema.js';

/** A token that nobody has revoked; it may have expired. */
export type KeptToken = Omit<TokenDocument, '_id' | 'revokedAt' | 'forgetAt'> & {
  readonly id: TokenId;
};

/** Personal access tokens, of which only hashes are kept. */
@Injectable()
export class TokensRepository {
  readonly #tokens: Model<TokenDocument>;

  constructor(database: Database) {
    this.#tokens = database.model('tokens', tokenSchema, { validator: tokenValidator });
  }

  /** `forgetAt`: absent for one that does not expire. */
  async insert({ id, ...token }: KeptToken, forgetAt?: Date): Promise<void> {
    await this.#tokens.create({ _id: id, ...token, ...(forgetAt && { forgetAt }) });
  }

  /** For a token that nobody was told of. */
  async remove(tokenId: TokenId): Promise<void> {
    await this.#tokens.deleteOne({ _id: tokenId });
  }

  async find(tokenId: TokenId): Promise<KeptToken | undefined> {
    const found = await this.#tokens
      .findOne({ _id: tokenId, revokedAt: null })
      .lean<TokenDocument>();
    return found ? toToken(found) : undefined;
  }

  /** Whether this person has, or lately had, a token of this id. */
  async isOf(userId: UserId, tokenId: TokenId): Promise<boolean> {
    return (await this.#tokens.exists({ _id: tokenId, userId })) !== null;
  }

  /** The newest first. */
  async findOf(userId: UserId): Promise<KeptToken[]> {
    const found = await this.#tokens.find({ userId, revokedAt: null }).lean<TokenDocument[]>();
    return found
      .map(toToken)
      .sort((one, other) => other.createdAt.getTime() - one.createdAt.getTime());
  }

  /** Those that were revoked, and are not forgotten yet. */
  async findRevokedOf(userId: UserId, now: Date): Promise<TokenId[]> {
    const found = await this.#tokens
      .find({ userId, revokedAt: { $ne: null } }, { forgetAt: 1 })
      .lean<Pick<TokenDocument, '_id' | 'forgetAt'>[]>();
    return found.filter(({ forgetAt }) => forgetAt! > now).map(({ _id }) => _id);
  }

  /** Idempotent. */
  async revoke(tokenIds: readonly TokenId[], now: Date, forgetAt: Date): Promise<void> {
    await this.#tokens.updateMany(
      { _id: { $in: [...tokenIds] }, revokedAt: null },
      { $set: { revokedAt: now, forgetAt } },
    );
  }

  /** Nothing where it was noted later than `before`. */
  async noteUse(tokenId: TokenId, now: Date, before: Date): Promise<void> {
    await this.#tokens.updateOne(
      { _id: tokenId, $or: [{ lastUsedAt: null }, { lastUsedAt: { $lte: before } }] },
      { $set: { lastUsedAt: now } },
    );
  }
}

function toToken({ _id, revokedAt: _r, forgetAt: _f, ...token }: TokenDocument): KeptToken {
  return { id: _id, ...token };
}
