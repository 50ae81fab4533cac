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
  const jobs = (await queue.getJobs(types, first, first + limit - 1, isOldestFirst)) as (
    Job<BullData> | undefined
  )[];
  // One that was removed since leaves its place.
  return jobs.flatMap((job, i) =>
    job ? [{ job: knownAs(state, queue.name, job), place: String(first + i + 1) }] : [],
  );
}

function knownAs(kind: JobState, name: string, job: Job<BullData>): PlacedJob['job'] {
  const at = timeOf(kind, job);
  return {
    kind: name,
    key: job.data.key,
    state: kind,
    // One that is taken up now and then was begun more often than it says.
    attempts: Math.max(0, attemptOf(job)),
    error: job.failedReason ?? '',
    ...(at !== undefined && { at: new Date(at).toISOString() }),
  };
}

function timeOf(state: JobState, { timestamp, delay, processedOn, finishedOn }: Job) {
  if (state === 'failed') return finishedOn;
  if (state === 'running') return processedOn;
  // After a failure it counts from there.
  return (processedOn ?? timestamp) + delay;
}
