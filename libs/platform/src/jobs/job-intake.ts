import { setTimeout as sleep } from 'node:timers/promises';
import { Problem, problem } from '@app/contracts';
import type { JobKind } from './job-kind.js';
import type { JobOrder } from './job-queue.js';

/**
 * The payload as JSON, within the bounds of its kind. Throws `validation_failed`,
 * `payload_too_large`.
 */
export function acceptedPayload<P>(kind: JobKind<P>, payload: P, { key, delayMs = 0 }: JobOrder) {
  const { data, error } = kind.payload.safeParse(payload);
  const issues = (error?.issues ?? []).map(({ path, message }) => ({
    path: ['payload', ...path].join('.'),
    message,
  }));
  if (key.length < 1 || key.length > 256)
    issues.push({ path: 'key', message: '1 to 256 characters' });
  if (!(delayMs >= 0)) issues.push({ path: 'delayMs', message: 'A time to come' });
  if (issues.length > 0) throw problem('validation_failed', { issues });
  const json = JSON.stringify(data);
  if (Buffer.byteLength(json) > kind.limits.maxPayloadBytes) throw problem('payload_too_large');
  return json;
}

/** There are as many jobs of a kind as there may be: the caller waits, or lets it be. */
export const tooManyJobs = () => problem('rate_limited', { retryAfterMs: 1000 });

/** It is under way: whoever does it has it until they are through. */
export const jobRuns = () => problem('conflict', { field: 'state' });

/** The backing does not answer. */
export const jobsAway = () => problem('service_unavailable', { service: 'jobs' });

/** What `work` comes to, unless it takes longer than that: then `service_unavailable`. */
export async function soon<T>(answerMs: number, work: Promise<T>): Promise<T> {
  const timer = new AbortController();
  const late = sleep(answerMs, undefined, { signal: timer.signal }).then(() => {
    throw jobsAway();
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    timer.abort();
    // Aborted: it has nothing to say.
    late.catch(() => undefined);
  }
}

/** The same for who asks for more than a count: passes problems on; all else is the backing. */
export async function answered<T>(answerMs: number, ask: () => Promise<T>): Promise<T> {
  try {
    return await soon(answerMs, ask());
  } catch (error) {
    // It is away, too slow or cannot write: an outcome that we do not know is told as such.
    if (error instanceof Problem) throw error;
    throw jobsAway();
  }
}

/** What a failure is kept as. */
export const errorText = (error: unknown): string => String(error).slice(0, 500);
