import { Schema } from 'mongoose';

/** A deed that waits in the outbox of its module. */
export interface DeedDocument {
  _id: string;
  /** What is told of it, as JSON: its fields may have names that a document's may not. */
  deed: string;
  /** False while it is being done: what comes of it is not known yet. */
  isSettled: boolean;
  at: Date;
}

export const deedSchema = new Schema<DeedDocument>(
  {
    _id: { type: String, required: true },
    deed: { type: String, required: true },
    isSettled: { type: Boolean, required: true },
    at: { type: Date, required: true },
  },
  { versionKey: false },
);
