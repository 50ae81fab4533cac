import type { Origin } from '@app/contracts';
import { Schema } from 'mongoose';

/** What was refused to one network within one minute. `_id`: which of both. */
export interface RefusalsDocument {
  readonly _id: string;
  /** When the minute began. */
  readonly at: Date;
  /** From which the ids of its entries are made: they are the same, whoever makes them. */
  readonly seed: string;
  /** From where the first of them came. */
  readonly origin: Origin;
  /** Those that have no entry yet, by account or by why there is none. */
  readonly counts: Readonly<Record<string, number>>;
}

const text = { type: String, required: true };
const mixed = { type: Schema.Types.Mixed, required: true };

export const refusalsSchema = new Schema<RefusalsDocument>(
  { _id: text, at: { type: Date, required: true }, seed: text, origin: mixed, counts: mixed },
  { versionKey: false, minimize: false },
);
