import * as z from 'zod/mini';
import { Reason } from './accounts.contract.js';
import { Origin } from './audit.contract.js';
import { apiClass, defineApi, rpc } from './define-api.js';
import { Done, pageOf, PageQuery } from './paging.js';
import { IsoTime, Mark } from './text.js';

/**
 * `waiting`: as soon as a worker is free. `delayed`: not before a time, or again after a failure.
 * `failed`: given up, until somebody begins it anew.
 */
export const jobStates = ['waiting', 'running', 'delayed', 'failed'] as const;
export const JobState = z.enum(jobStates);
export type JobState = z.output<typeof JobState>;

/** How many jobs of a kind there are, over all processes. */
export const JobCounts = z.strictObject({
  kind: z.string(),
  waiting: Mark,
  running: Mark,
  delayed: Mark,
  failed: Mark,
});
export type JobCounts = z.output<typeof JobCounts>;
z.globalRegistry.add(JobCounts, { id: 'JobCounts' });

export const JobCountList = z.strictObject({ items: z.array(JobCounts) });
export type JobCountList = z.output<typeof JobCountList>;
z.globalRegistry.add(JobCountList, { id: 'JobCountList' });

/** Of its kind and its key: opaque, and fit for a path. */
export const JobId = z
  .string()
  .check(z.minLength(1), z.maxLength(2048), z.regex(/^[\w-]+$/, 'Not the id of a job'));
export type JobId = z.output<typeof JobId>;

/** A job as administration sees it: never what it carries. */
export const Job = z.strictObject({
  id: JobId,
  kind: z.string(),
  /** What it is the same job by. */
  key: z.string(),
  state: JobState,
  /** Since when it waits; when it was begun; when it may be; when it was given up. */
  at: z.optional(IsoTime),
  /** Tries that were begun. */
  attempts: Mark,
  /** What the last try failed with: at most 500 characters, empty where none has. */
  error: z.string(),
});
export type Job = z.output<typeof Job>;
z.globalRegistry.add(Job, { id: 'Job' });

/** Without `kind`: of all kinds, one after the other. */
export const JobQuery = z.strictObject({
  ...PageQuery.shape,
  state: z._default(JobState, 'failed'),
  kind: z.optional(z.string().check(z.minLength(1), z.maxLength(100))),
});
export type JobQuery = z.output<typeof JobQuery>;

export const JobPage = pageOf(Job);
export type JobPage = z.output<typeof JobPage>;
z.globalRegistry.add(JobPage, { id: 'JobPage' });

/** Why something is done about a job: a request that deletes has no body. */
const AboutJob = z.strictObject({ jobId: JobId, reason: z.optional(Reason), origin: Origin });
export type AboutJob = z.output<typeof AboutJob>;

export const adminJobsContract = defineApi({
  kinds: rpc('adminJobs.kinds', Done, JobCountList),
  list: rpc('adminJobs.list', JobQuery, JobPage),
  retry: rpc('adminJobs.retry', AboutJob, Done),
  remove: rpc('adminJobs.remove', AboutJob, Done),
});

/**
 * Work for later, for who may `operate`, by what they are now; others: `forbidden`. What is changed
 * is written down in the audit log. All throw `service_unavailable` while the queue is away.
 *
 * - `kinds`: each kind by name, and how many of its jobs there are.
 * - `list`: those of one state; what waits longest, or was given up last, comes first in its kind.
 * - `retry`: begins one anew that was given up. Throws `not_found`.
 * - `remove`: takes one out that is not running, which nobody will do then: what finds its work by
 *   itself puts it in again. Throws `not_found`, and `conflict {field: 'state'}` where it runs.
 */
export abstract class AdminJobsApi extends apiClass(adminJobsContract) {}
