import { Schema } from 'mongoose';

/**
 * What one person has deleted for themselves of `BLOCK` slots of one chat. `_id`:
 * `<chatId>:<userId>:<block>`, so that all reads are point reads.
 */
export interface HiddenBlock {
  _id: string;
  seqs: number[];
}

export const hiddenBlockSchema = new Schema<HiddenBlock>(
  { _id: { type: String, required: true }, seqs: { type: [Number], required: true } },
  { versionKey: false },
);

/** Slots per document: bounds it, and a page of 100 touches two of them at most. */
export const BLOCK = 500;
