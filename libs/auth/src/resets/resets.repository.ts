import type { UserId } from '@app/contracts';
import { Database } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { Model, QueryFilter } from 'mongoose';
import { resetSchema, type ResetDocument } from './reset.schema.js';

/** At most one reset per account. */
@Injectable()
export class ResetsRepository {
  readonly #resets: Model<ResetDocument>;

  constructor(database: Database) {
    this.#resets = database.model('password_resets', resetSchema);
  }

  /** In place of an earlier one. */
  async put({ _id, ...reset }: ResetDocument): Promise<void> {
    const $unset = { isSpent: 1, isTriedAgain: 1 } as const;
    await this.#resets.updateOne({ _id }, { $set: reset, $unset }, { upsert: true });
  }

  /** Also one that is spent. */
  async find(tokenHash: string, now: Date): Promise<ResetDocument | undefined> {
    const found = await this.#resets.findOne({ tokenHash }).lean<ResetDocument>();
    // Expiry is looked at here too: the database takes a minute to notice.
    return found && found.expiresAt > now ? found : undefined;
  }

  /** False when somebody else has spent it, or it was replaced. */
  async spend(userId: UserId, tokenHash: string): Promise<boolean> {
    return this.#mark({ _id: userId, tokenHash, isSpent: { $ne: true } }, { isSpent: true });
  }

  /** False when that was noted before. */
  async noteTriedAgain({ _id, tokenHash }: ResetDocument): Promise<boolean> {
    return this.#mark({ _id, tokenHash, isTriedAgain: { $ne: true } }, { isTriedAgain: true });
  }

  async #mark(
    filter: QueryFilter<ResetDocument>,
    $set: Pick<ResetDocument, 'isSpent' | 'isTriedAgain'>,
  ): Promise<boolean> {
    return (await this.#resets.updateOne(filter, { $set })).matchedCount === 1;
  }
}
