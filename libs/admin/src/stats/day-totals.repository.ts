import { Database, isFirst } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { Schema, type Model, type UpdateQuery } from 'mongoose';

/** What is counted of the workspace; what nobody can tell is absent. */
export interface Counted {
  readonly users?: number;
  readonly storageBytes?: number;
  readonly messages?: number;
  readonly calls?: number;
}

/** `first`, `last`: as it was counted first and last on that day of UTC. */
export interface DayTotals {
  readonly day: string;
  readonly first: Counted;
  readonly last: Counted;
}

interface DayDocument extends Omit<DayTotals, 'day'> {
  readonly _id: string;
}

const counted = { users: Number, storageBytes: Number, messages: Number, calls: Number };
const part = () => ({ type: new Schema(counted, { _id: false }), default: {} });

const daySchema = new Schema<DayDocument>(
  { _id: { type: String, required: true }, first: part(), last: part() },
  { versionKey: false, minimize: false },
);

/**
 * Collection `stat_days`: whole totals, and no increments. So nothing is counted twice or lost,
 * whoever counts, how often, and whatever dies meanwhile.
 */
@Injectable()
export class DayTotalsRepository {
  readonly #days: Model<DayDocument>;

  constructor(database: Database) {
    this.#days = database.model('stat_days', daySchema);
  }

  /** What is absent stays as it was noted before. */
  async note(day: string, now: Counted): Promise<void> {
    const known = Object.entries(now).filter(([, value]) => value !== undefined);
    if (known.length === 0) return;
    const under = (name: string) =>
      Object.fromEntries(known.map(([key, value]) => [`${name}.${key}`, value]));
    // What is asked for at the beginning of a day only grows: the least is the first.
    const update: UpdateQuery<DayDocument> = { $set: under('last'), $min: under('first') };
    const noting = () =>
      this.#days.updateOne({ _id: day }, update, { upsert: true, setDefaultsOnInsert: false });
    // The first two of a day at once: the other one has made it.
    if (!(await isFirst(noting()))) await noting();
  }

  /** Those from `from` to `to`, both included; ascending. */
  async between(from: string, to: string): Promise<DayTotals[]> {
    const found = await this.#days
      .find({ _id: { $gte: from, $lte: to } })
      .sort({ _id: 1 })
      .lean<Partial<DayDocument>[]>();
    return found.map(({ _id, first = {}, last = {} }) => ({ day: _id!, first, last }));
  }
}
