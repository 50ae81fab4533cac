import type { ExpiredWeight, RetentionRun } from '@app/contracts';
import { Database, isFirst } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { Schema, type Model } from 'mongoose';

/** `_id`: there is one at a time, and what came of the last one. */
interface RunDocument extends ExpiredWeight {
  readonly _id: typeof theOne;
  readonly runId: string;
  readonly state: RetentionRun['state'];
  readonly startedAt: Date;
  readonly endedAt: Date | null;
  readonly chats: number;
  readonly error: string | null;
}

const theOne = 'run';
const most = 500;

const text = { type: String, required: true };
const number = { type: Number, required: true };

const runSchema = new Schema<RunDocument>(
  {
    _id: text,
    runId: text,
    state: text,
    startedAt: { type: Date, required: true },
    endedAt: { type: Date, default: null },
    chats: number,
    messages: number,
    files: number,
    bytes: number,
    error: { type: String, default: null },
  },
  { versionKey: false },
);

/** What is under way, or came of the last one: `retention_runs`. */
@Injectable()
export class RetentionRunsRepository {
  readonly #runs: Model<RunDocument>;

  constructor(database: Database) {
    this.#runs = database.model('retention_runs', runSchema);
  }

  async last(): Promise<RetentionRun | undefined> {
    const found = await this.#runs.findById(theOne).lean<RunDocument>();
    return found ? toRun(found) : undefined;
  }

  /** The one that is under way. */
  async running(): Promise<{ readonly id: string } | undefined> {
    const found = await this.#runs.findById(theOne).lean<RunDocument>();
    return found?.state === 'running' ? { id: found.runId } : undefined;
  }

  /** False while another one is under way. */
  async begin(runId: string, startedAt: Date): Promise<boolean> {
    const nothing = { chats: 0, messages: 0, files: 0, bytes: 0, endedAt: null, error: null };
    const begun = { runId, state: 'running' as const, startedAt, ...nothing };
    // One that is running is none of these, and has the id that would be inserted.
    const filter = { _id: theOne, state: { $ne: 'running' } } as never;
    return isFirst(this.#runs.updateOne(filter, { $set: begun }, { upsert: true }).exec());
  }

  /** A part of it is done. */
  async add(runId: string, { messages, files, bytes }: ExpiredWeight): Promise<void> {
    await this.#runs.updateOne({ _id: theOne, runId }, { $inc: { messages, files, bytes } });
  }

  /** Of which something went. */
  async addChat(runId: string): Promise<void> {
    await this.#runs.updateOne({ _id: theOne, runId }, { $inc: { chats: 1 } });
  }

  async end(runId: string, endedAt: Date): Promise<void> {
    await this.#close(runId, { state: 'done', endedAt });
  }

  async fail(runId: string, endedAt: Date, error: string): Promise<void> {
    await this.#close(runId, { state: 'failed', endedAt, error: error.slice(0, most) });
  }

  async #close(runId: string, end: Partial<RunDocument>): Promise<void> {
    await this.#runs.updateOne({ _id: theOne, runId, state: 'running' }, { $set: end });
  }
}

function toRun(document: RunDocument): RetentionRun {
  const { state, startedAt, endedAt, chats, messages, files, bytes, error } = document;
  return {
    state,
    startedAt: startedAt.toISOString(),
    ...(endedAt && { endedAt: endedAt.toISOString() }),
    ...{ chats, messages, files, bytes },
    ...(error !== null && { error }),
  };
}
