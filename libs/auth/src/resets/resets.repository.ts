import type { UserId } from '@app/contracts';
import { Database } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { Model } from 'mongoose';
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
    await this.#resets.updateOne({ _id }, { $set: reset }, { upsert: true });
  }

  async find(tokenHash: string, now: Date): Promise<ResetDocument | undefined> {
    const found = await this.#resets.findOne({ tokenHash }).lean<ResetDocument>();
    // Expiry is looked at here too: the database takes a minute to notice.
    return found && found.expiresAt > now ? found : undefined;
  }

  /** False when somebody else has spent it, or it was replaced. */
  async spend(userId: UserId, tokenHash: string): Promise<boolean> {
    const { deletedCount } = await this.#resets.deleteOne({ _id: userId, tokenHash });
    return deletedCount === 1;
  }
}
