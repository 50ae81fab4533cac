import { jobStates, type Job, type JobCounts, type JobState } from '@app/contracts';
import { notACursor } from '../paging/page-cursor.js';

/** A job as people see it: never what it carries. */
export type KnownJob = Omit<Job, 'id'>;

/** Which jobs are to be listed. `after`: what the page before has said; `limit`: 1 or more. */
export interface JobListQuery {
  readonly state: JobState;
  readonly kind?: string | undefined;
  readonly after?: readonly [kind: string, place: string] | undefined;
  readonly limit: number;
}

/** `next`: where the following page begins; undefined on the last one. */
export interface JobListing {
  readonly jobs: readonly KnownJob[];
  readonly next?: readonly [kind: string, place: string];
}

/** A job, and the place behind it in its kind. */
export interface PlacedJob {
  readonly job: KnownJob;
  readonly place: string;
}

/** Lists go by a time that a job keeps while it is in its state, and by its id in the queue. */
export interface JobPlace {
  readonly atMs: number;
  readonly id: string;
}

export const placeOf = ({ atMs, id }: JobPlace): string => `${atMs} ${id}`;

/** Throws `validation_failed` for a place of nobody. */
export function readPlace(place: string): JobPlace {
  const [, ms, id] = /^(\d{1,16}) (.+)$/s.exec(place) ?? [];
  if (ms === undefined || id === undefined) throw notACursor();
  return { atMs: Number(ms), id };
}

/** Some jobs of one kind, from a place on, or else from the beginning. */
export type JobsOfKind = (
  kind: string,
  place: string | undefined,
  limit: number,
) => Promise<readonly PlacedJob[]>;

/** Goes through kinds, one after the other, until the page is full. */
export async function listThrough(
  kinds: readonly string[],
  { kind, after, limit }: JobListQuery,
  some: JobsOfKind,
): Promise<JobListing> {
  const wanted = kinds.toSorted().filter((name) => kind === undefined || kind === name);
  const found: PlacedJob[] = [];
  for (const name of wanted) {
    if (after && name < after[0]) continue;
    const place = after?.[0] === name ? after[1] : undefined;
    // One more than is wanted says whether there are more.
    found.push(...(await some(name, place, limit + 1 - found.length)));
    if (found.length > limit) break;
  }
  const page = found.slice(0, limit);
  const jobs = page.map(({ job }) => job);
  const last = page.at(-1);
  const hasMore = last !== undefined && found.length > limit;
  return hasMore ? { jobs, next: [last.job.kind, last.place] } : { jobs };
}

/** Of each kind by name: what `of` tells of each state. Rejects as it does. */
export async function countAll(
  kinds: readonly string[],
  of: (kind: string, state: JobState) => Promise<number>,
): Promise<JobCounts[]> {
  return Promise.all(
    kinds.toSorted().map(async (kind) => {
      const counts = await Promise.all(jobStates.map((state) => of(kind, state)));
      const [waiting = 0, running = 0, delayed = 0, failed = 0] = counts;
      return { kind, waiting, running, delayed, failed };
    }),
  );
}
