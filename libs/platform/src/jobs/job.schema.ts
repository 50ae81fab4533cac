import { Schema } from 'mongoose';
import type { TraceHeaders } from '../telemetry/trace-headers.js';

/**
 * A job as stored. `dueAt` is when it may be taken: a waiting job's time, or the end of the lease
 * of the one that has it (`claim`); of a `done` or `dead` one, when it is forgotten.
 */
export interface JobDocument {
  /** `<name>:<key>`. */
  _id: string;
  name: string;
  key: string;
  /** JSON, as text: a payload may have field names that a document may not. */
  payload: string;
  state: 'open' | 'done' | 'dead';
  dueAt: Date;
  /** Names one claim of one worker; null when nobody has it. */
  claim: string | null;
  /** When the last try began; absent before the first one, and in what an older release did. */
  startedAt?: Date;
  /** Tries begun. */
  attempts: number;
  keepDoneMs: number;
  error: string;
  diedAt: Date | null;
  /** In which it was enqueued; null outside of every trace, absent in what an older release put. */
  trace?: TraceHeaders | null;
}

export const jobSchema = new Schema<JobDocument>(
  {
    _id: { type: String, required: true },
    name: { type: String, required: true },
    key: { type: String, required: true },
    payload: { type: String, required: true },
    state: { type: String, required: true },
    dueAt: { type: Date, required: true },
    claim: { type: String, default: null },
    startedAt: { type: Date },
    attempts: { type: Number, required: true },
    keepDoneMs: { type: Number, required: true },
    error: { type: String, default: '' },
    diedAt: { type: Date, default: null },
    trace: { type: Schema.Types.Mixed, default: null },
  },
  { versionKey: false },
).index({ state: 1, dueAt: 1 }, { name: 'job_due' });
