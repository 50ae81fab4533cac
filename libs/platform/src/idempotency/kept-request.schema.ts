import { Schema } from 'mongoose';

/** A request that may be repeated; `_id` is a hash of its key. */
export interface KeptRequestDocument {
  readonly _id: string;
  readonly fingerprint: string;
  /** Of the try that has the key. */
  readonly nonce?: string;
  /** Sealed with the key, which is not kept. */
  readonly answer?: string;
  /** When it counts no more, and the database may forget it. */
  readonly forgetAt: Date;
}

const text = { type: String, required: true };

export const keptRequestSchema = new Schema<KeptRequestDocument>(
  {
    _id: text,
    fingerprint: text,
    nonce: String,
    answer: String,
    forgetAt: { type: Date, required: true },
  },
  { versionKey: false },
).index({ forgetAt: 1 }, { name: 'kept_request_forget', expireAfterSeconds: 0 });
