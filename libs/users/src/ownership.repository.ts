import type { UserId } from '@app/contracts';
import { Database, isFirst } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { Schema, type Model } from 'mongoose';

/** Who founded the workspace: one document, `_id: 'owner'`, so that one insert can win. */
interface ClaimDocument {
  readonly _id: 'owner';
  readonly userId: UserId;
}

const claimSchema = new Schema<ClaimDocument>(
  { _id: { type: String, required: true }, userId: { type: String, required: true } },
  { versionKey: false },
);

/** Decides, once and for all processes, who the first account is. */
@Injectable()
export class OwnershipRepository {
  readonly #claims: Model<ClaimDocument>;

  constructor(database: Database) {
    this.#claims = database.model('workspace', claimSchema);
  }

  /** Whether this person is the first; the same answer however often it is asked. */
  async claim(userId: UserId): Promise<boolean> {
    const earlier = await this.#claims.findById('owner').lean<ClaimDocument>();
    if (earlier) return earlier.userId === userId;
    // Two first accounts at once: the insert that came second is refused.
    return (await isFirst(this.#claims.create({ _id: 'owner', userId }))) || this.claim(userId);
  }

  /** Takes back the claim of somebody whose account came to nothing. */
  async release(userId: UserId): Promise<void> {
    await this.#claims.deleteOne({ _id: 'owner', userId });
  }
}
