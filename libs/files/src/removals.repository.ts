import type { ContentHash } from '@app/contracts';
import { Database, isFirst } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { Schema, type Model } from 'mongoose';

/** Somebody is about to remove a content, until then at most. */
interface RemovalDocument {
  readonly _id: ContentHash;
  readonly until: Date;
}

const removalSchema = new Schema<RemovalDocument>(
  { _id: { type: String, required: true }, until: { type: Date, required: true } },
  { versionKey: false },
);

/** Which contents are being removed: one at a time, and seen by who uploads the same. */
@Injectable()
export class RemovalsRepository {
  readonly #removals: Model<RemovalDocument>;

  constructor(database: Database) {
    this.#removals = database.model('file_removals', removalSchema);
  }

  /** False when somebody is at it already. One whose time is over has died, and is taken over. */
  async begin(sha256: ContentHash, now: Date, until: Date): Promise<boolean> {
    // Where one is not over yet it is an insert, and its id is taken.
    const filter = { _id: sha256, until: { $lt: now } };
    return isFirst(this.#removals.updateOne(filter, { $set: { until } }, { upsert: true }));
  }

  async end(sha256: ContentHash): Promise<void> {
    await this.#removals.deleteOne({ _id: sha256 });
  }

  async isUnderWay(sha256: ContentHash, now: Date): Promise<boolean> {
    return (await this.#removals.exists({ _id: sha256, until: { $gte: now } })) !== null;
  }
}
