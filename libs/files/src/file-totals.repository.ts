import type { UserId } from '@app/contracts';
import { Database, isFirst } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { Schema, type Model } from 'mongoose';

/** Whose bytes are counted: those of a person, or of all. */
export type TotalOf = UserId | 'workspace';

interface TotalDocument {
  readonly _id: TotalOf;
  readonly bytes: number;
  /** When it was counted last; absent: long ago. */
  readonly countedAt?: Date;
}

/** A total as it stands. */
export interface Total {
  readonly whose: TotalOf;
  readonly bytes: number;
}

const totalSchema = new Schema<TotalDocument>(
  {
    _id: { type: String, required: true },
    bytes: { type: Number, required: true },
    countedAt: { type: Date },
  },
  { versionKey: false },
);

/** How much is kept; the same content counts for each who uploaded it. */
@Injectable()
export class FileTotalsRepository {
  readonly #totals: Model<TotalDocument>;

  constructor(database: Database) {
    this.#totals = database.model('file_totals', totalSchema);
  }

  async of(whose: TotalOf): Promise<number> {
    const total = await this.#totals.findById(whose).lean<TotalDocument>();
    return total?.bytes ?? 0;
  }

  /** False when it would be more than `limitBytes`; then nothing is added. */
  async add(whose: TotalOf, bytes: number, limitBytes: number, now: Date): Promise<boolean> {
    if (bytes > limitBytes) return false;
    const adding = () =>
      this.#totals.updateOne(
        { _id: whose, bytes: { $lte: limitBytes - bytes } },
        { $inc: { bytes }, $set: { countedAt: now } },
        { upsert: true },
      );
    // The id is taken by somebody who has too much; or two first ones came at once, and the second
    // finds it there when it tries again.
    return (await isFirst(adding())) || isFirst(adding());
  }

  async subtract(whose: TotalOf, bytes: number, now: Date): Promise<void> {
    const less = { $inc: { bytes: -bytes }, $set: { countedAt: now } };
    await this.#totals.updateOne({ _id: whose }, less);
  }

  /** Of whom nothing was counted since then; read as they are asked for, some at a time. */
  async *quietSince(then: Date): AsyncGenerator<Total> {
    const quiet = { countedAt: { $not: { $gte: then } } };
    const totals = this.#totals.find(quiet).lean<TotalDocument[]>().cursor();
    for await (const { _id, bytes } of totals) yield { whose: _id, bytes };
  }

  /** False when it is no longer as it stood. */
  async correct({ whose, bytes }: Total, right: number, then: Date): Promise<boolean> {
    const still = { _id: whose, bytes, countedAt: { $not: { $gte: then } } };
    return (await this.#totals.updateOne(still, { $set: { bytes: right } })).modifiedCount === 1;
  }
}
