import type { JobState } from '@app/contracts';
import type { Job, JobType, Queue } from 'bullmq';
import { notACursor } from '../paging/page-cursor.js';
import { attemptOf, type BullData } from './bull-worker.js';
import type { PlacedJob } from './job-listing.js';

/** What BullMQ calls the states of jobs. */
export const bullStates: Readonly<Record<JobState, JobType>> = {
  waiting: 'wait',
  running: 'active',
  delayed: 'delayed',
  failed: 'failed',
};

/** A place is a number: of the jobs before it in the list. */
export async function bullJobsOf(
  queue: Queue<BullData>,
  state: JobState,
  { place = '0', limit }: { readonly place: string | undefined; readonly limit: number },
): Promise<PlacedJob[]> {
  if (!/^\d{1,9}$/.test(place)) throw notACursor();
  const first = Number(place);
  const isOldestFirst = state !== 'failed';
  const types = [bullStates[state]];
  const jobs = await queue.getJobs(types, first, first + limit - 1, isOldestFirst);
  return jobs.map((job, i) => ({
    job: knownAs(state, queue.name, job as Job<BullData>),
    place: String(first + i + 1),
  }));
}

function knownAs(state: JobState, kind: string, job: Job<BullData>): PlacedJob['job'] {
  const at = timeOf(state, job);
  return {
    kind,
    key: job.data.key,
    state,
    // One that is taken up now and then was begun more often than it says.
    attempts: Math.max(0, attemptOf(job)),
    error: textOf(job),
    ...(at !== undefined && { at: new Date(at).toISOString() }),
  };
}

/** Absent before the first failure, whatever its type says. */
const textOf = ({ failedReason }: { readonly failedReason?: string }): string => failedReason ?? '';

function timeOf(state: JobState, { timestamp, delay, processedOn, finishedOn }: Job) {
  if (state === 'failed') return finishedOn;
  if (state === 'running') return processedOn;
  // After a failure it counts from there.
  return (processedOn ?? timestamp) + delay;
}
