import type * as z from 'zod/mini';

/** How much of a kind of job there may be, and how it is tried. */
export interface JobLimits {
  /** Starts of one job before it is dead, abandoned ones included. Default 5. */
  readonly attempts: number;
  /** Pause after the first failure, in ms; doubles with each further one. Default 1000. */
  readonly firstPauseMs: number;
  /** Longest pause between tries, in ms. Default 5 min. */
  readonly longestPauseMs: number;
  /** Jobs of this kind that one process does at once. Default 1. */
  readonly concurrency: number;
  /** Jobs of this kind that may be open (waiting, delayed or being done). Default 10,000. */
  readonly maxOpen: number;
  /** Longest payload, in bytes of JSON. Default 16 KiB. */
  readonly maxPayloadBytes: number;
  /**
   * How long the key of a job that was done is remembered, in ms; default one day. Of more than
   * 10,000 jobs done since, the oldest may be forgotten earlier.
   */
  readonly keepDoneMs: number;
}

const defaultLimits: JobLimits = {
  attempts: 5,
  firstPauseMs: 1000,
  longestPauseMs: 300_000,
  concurrency: 1,
  maxOpen: 10_000,
  maxPayloadBytes: 16_384,
  keepDoneMs: 86_400_000,
};

/** A kind of job, as declared by the module that handles it. Made by `defineJob`. */
export interface JobKind<P = unknown> {
  /** `<module>.<what it does>`: one name in all processes. */
  readonly name: `${string}.${string}`;
  /** What a job of this kind carries: JSON. */
  readonly payload: z.ZodMiniType<P>;
  readonly limits: JobLimits;
}

/**
 * Declares a kind of job: `defineJob('chats.purge', z.strictObject({ chatId: ChatId }))`. The name
 * is made of letters, digits, `.`, `-` and `_`; throws for another.
 */
export function defineJob<P>(
  name: JobKind['name'],
  payload: z.ZodMiniType<P>,
  limits: Partial<JobLimits> = {},
): JobKind<P> {
  if (!/^[a-z][\w-]*(\.[\w-]+)+$/i.test(name)) throw new Error(`Not a name of a job: ${name}`);
  return { name, payload, limits: { ...defaultLimits, ...limits } };
}

/**
 * Ms until a job that has failed `failures` times is tried again: doubled each time, and somewhere
 * in the upper half of that, so that what failed together does not come back together. `random` in
 * [0, 1).
 */
export function retryPauseMs(
  { firstPauseMs, longestPauseMs }: Pick<JobLimits, 'firstPauseMs' | 'longestPauseMs'>,
  failures: number,
  random: number,
): number {
  const full = Math.min(firstPauseMs * 2 ** (failures - 1), longestPauseMs);
  return Math.round(full * (0.5 + random / 2));
}
