import { Database, isDuplicate } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { Model } from 'mongoose';
import { refusalsSchema, type RefusalsDocument } from './refusals.schema.js';

type Minute = Omit<RefusalsDocument, 'counts'>;

/** Refused sign-ins of the last minutes, counted. Normally empty. */
@Injectable()
export class RefusalsRepository {
  readonly #refusals: Model<RefusalsDocument>;

  constructor(database: Database) {
    this.#refusals = database.model('refused_sign_ins', refusalsSchema);
  }

  /** True for the first of its network and minute. */
  async count(minute: Minute, key: string): Promise<boolean> {
    const { _id, ...first } = minute;
    const change = { $setOnInsert: first, $inc: { [`counts.${key}`]: 1 } };
    const options = { upsert: true, timestamps: false } as const;
    try {
      return (await this.#refusals.updateOne({ _id }, change, options)).upsertedCount === 1;
    } catch (error) {
      // Two first ones at once: it is there now.
      if (!isDuplicate(error)) throw error;
      await this.#refusals.updateOne({ _id }, change, options);
      return false;
    }
  }

  /** One that has an entry of its own. */
  async discount(_id: string, key: string): Promise<void> {
    await this.#refusals.updateOne({ _id }, { $inc: { [`counts.${key}`]: -1 } });
  }

  async before(at: Date): Promise<RefusalsDocument[]> {
    return this.#refusals
      .find({ at: { $gt: new Date(0), $lt: at } })
      .limit(100)
      .lean<RefusalsDocument[]>();
  }

  /** Idempotent. */
  async remove(_id: string): Promise<void> {
    await this.#refusals.deleteOne({ _id });
  }
}
