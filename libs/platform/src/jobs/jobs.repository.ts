import type { JobState } from '@app/contracts';
import type { Model, QueryFilter } from 'mongoose';
import type { Database } from '../mongo/database.js';
import { isFirst } from '../mongo/refused-by-index.js';
import { placeOf, readPlace, type PlacedJob } from './job-listing.js';
import { jobSchema, type JobDocument } from './job.schema.js';

/** A job that somebody has: what proves it. */
export interface Claim {
  readonly id: string;
  readonly token: string;
}

export type NewJob = Pick<
  JobDocument,
  'name' | 'key' | 'payload' | 'dueAt' | 'keepDoneMs' | 'trace'
>;

/** A range is bounded on both sides; nothing is due before this. */
const longAgo = new Date(0);

/** … or after this. */
const never = new Date(8.64e15);

/** What is not claimed. */
const free = { claim: null, attempts: 0, error: '', diedAt: null } as const;

/** Jobs of all processes: `jobs`. Whoever takes or ends one does so by compare and set. */
export class JobsRepository {
  readonly #jobs: Model<JobDocument>;

  constructor(database: Database) {
    this.#jobs = database.model<JobDocument>('jobs', jobSchema);
  }

  /** False when there is one of this key. */
  async insert(job: NewJob): Promise<boolean> {
    // The same key again: that is what a key is for.
    return isFirst(this.#jobs.create([{ ...job, ...free, _id: idOf(job), state: 'open' }]));
  }

  async has(job: Pick<JobDocument, 'name' | 'key'>): Promise<boolean> {
    return (await this.#jobs.exists({ _id: idOf(job) })) !== null;
  }

  countOpen(name: string): Promise<number> {
    return this.#jobs.countDocuments({ state: 'open', name });
  }

  countUnclaimed(names: readonly string[]): Promise<number> {
    return this.#jobs.countDocuments({ state: 'open', name: { $in: [...names] }, claim: null });
  }

  /** What may be taken now, the longest due first. */
  due(names: readonly string[], now: Date, limit: number): Promise<JobDocument[]> {
    return this.#jobs
      .find({ state: 'open', dueAt: { $gt: longAgo, $lte: now }, name: { $in: [...names] } })
      .sort({ dueAt: 1 })
      .limit(limit)
      .lean<JobDocument[]>();
  }

  /** False when somebody else was faster. */
  take(seen: JobDocument, token: string, now: Date, until: Date): Promise<boolean> {
    const attempts = seen.attempts + 1;
    return this.#changeSeen(seen, { claim: token, startedAt: now, dueAt: until, attempts });
  }

  /** Gives up a job whose last worker died. False when somebody else was faster. */
  bury(seen: JobDocument, error: string, now: Date, forgetAt: Date): Promise<boolean> {
    const dead = { state: 'dead', dueAt: forgetAt, diedAt: now } as const;
    return this.#changeSeen(seen, { ...dead, claim: null, error });
  }

  /** False when the claim is no longer good. */
  renew({ id, token }: Claim, until: Date): Promise<boolean> {
    return this.#changeMine({ id, token }, { dueAt: until });
  }

  /** Ends a claim. False when it is no longer good. */
  release(claim: Claim, change: Partial<JobDocument>): Promise<boolean> {
    return this.#changeMine(claim, { ...change, claim: null });
  }

  /** The last first, at most `limit`. */
  dead(name: string, limit: number): Promise<JobDocument[]> {
    const dead = this.#jobs.find({ state: 'dead', name }).sort({ diedAt: -1 });
    return dead.limit(limit).lean<JobDocument[]>();
  }

  countDead(name: string): Promise<number> {
    return this.#jobs.countDocuments({ state: 'dead', name });
  }

  /** False where there is none, or somebody has it. */
  async remove(job: Pick<JobDocument, 'name' | 'key'>, now: Date): Promise<boolean> {
    const isFree = { $or: [{ claim: null }, { dueAt: { $lte: now } }] };
    const wanted = { _id: idOf(job), state: { $in: ['open', 'dead'] }, ...isFree };
    const { deletedCount } = await this.#jobs.deleteOne(wanted as QueryFilter<JobDocument>);
    return deletedCount === 1;
  }

  async isOpen(job: Pick<JobDocument, 'name' | 'key'>): Promise<boolean> {
    return (await this.#jobs.exists({ _id: idOf(job), state: 'open' })) !== null;
  }

  /** In the order of their times, those that were given up the other way round. */
  async list(
    name: string,
    state: JobState,
    { place, limit, now }: { place: string | undefined; limit: number; now: Date },
  ): Promise<PlacedJob[]> {
    const order = state === 'failed' ? -1 : 1;
    // Of one that runs the due time is the end of its lease, which is renewed.
    const time = state === 'running' ? 'startedAt' : 'dueAt';
    const behind = place === undefined ? {} : behindPlace(place, time, order);
    const found = await this.#jobs
      .find({ name, ...inState(state, now), ...behind } as QueryFilter<JobDocument>)
      .sort({ [time]: order, _id: order })
      .limit(limit)
      .lean<JobDocument[]>();
    return found.map((job) => ({
      job: knownAs(state, job),
      place: placeOf({ atMs: job[time]?.getTime() ?? 0, id: job._id }),
    }));
  }

  /** Of the kinds of which there is any job. */
  async names(): Promise<string[]> {
    return this.#jobs.distinct('name');
  }

  countIn(name: string, state: JobState, now: Date): Promise<number> {
    return this.#jobs.countDocuments({ name, ...inState(state, now) } as QueryFilter<JobDocument>);
  }

  /** Of the dead ones, the youngest `most` stay. */
  async keepDead(name: string, most: number): Promise<void> {
    const excess = (await this.countDead(name)) - most;
    if (excess <= 0) return;
    const oldest = await this.#jobs
      .find({ state: 'dead', name, dueAt: { $gt: longAgo, $lt: never } }, { _id: 1 })
      .sort({ dueAt: 1 })
      .limit(excess)
      .lean<Pick<JobDocument, '_id'>[]>();
    // Somebody may have begun one anew meanwhile.
    await this.#jobs.deleteMany({ _id: { $in: oldest.map(({ _id }) => _id) }, state: 'dead' });
  }

  /** As if it were new. False when there is no such dead job. */
  async revive(job: Pick<JobDocument, 'name' | 'key'>, now: Date): Promise<boolean> {
    const $set = { ...free, state: 'open', dueAt: now } as const;
    const { matchedCount } = await this.#jobs.updateOne(
      { _id: idOf(job), state: 'dead' },
      { $set },
    );
    return matchedCount === 1;
  }

  /** Forgets what was done or given up long enough ago. */
  async sweep(now: Date): Promise<void> {
    const dueAt = { $gt: longAgo, $lte: now };
    await this.#jobs.deleteMany({ state: { $in: ['done', 'dead'] }, dueAt });
  }

  async #changeSeen(seen: JobDocument, $set: Partial<JobDocument>): Promise<boolean> {
    const { _id, claim, dueAt } = seen;
    const { matchedCount } = await this.#jobs.updateOne(
      { _id, state: 'open', claim, dueAt },
      { $set },
    );
    return matchedCount === 1;
  }

  async #changeMine({ id, token }: Claim, $set: Partial<JobDocument>): Promise<boolean> {
    const mine = { _id: id, state: 'open', claim: token } as const;
    const { matchedCount } = await this.#jobs.updateOne(mine, { $set });
    return matchedCount === 1;
  }
}

const idOf = ({ name, key }: Pick<JobDocument, 'name' | 'key'>): string => `${name}:${key}`;

/** What comes after a job in its list. Throws `validation_failed` for a place of nobody. */
function behindPlace(place: string, time: 'startedAt' | 'dueAt', order: 1 | -1): object {
  const { atMs, id } = readPlace(place);
  const at = new Date(atMs);
  const past = order === 1 ? '$gt' : '$lt';
  return { $or: [{ [time]: { [past]: at } }, { [time]: at, _id: { [past]: id } }] };
}

function knownAs(state: JobState, job: JobDocument): PlacedJob['job'] {
  const { name, key, attempts, error, startedAt, diedAt, dueAt } = job;
  const times = { waiting: dueAt, delayed: dueAt, running: startedAt, failed: diedAt };
  const at = times[state];
  return { kind: name, key, state, attempts, error, ...(at && { at: at.toISOString() }) };
}

/** What a job of such a state looks like. One whose worker died waits when its lease is over. */
function inState(state: JobState, now: Date): object {
  if (state === 'failed') return { state: 'dead', dueAt: { $gt: longAgo, $lt: never } };
  if (state === 'waiting') return { state: 'open', dueAt: { $gt: longAgo, $lte: now } };
  const claim = state === 'running' ? { $ne: null } : null;
  return { state: 'open', claim, dueAt: { $gt: now, $lt: never } };
}
