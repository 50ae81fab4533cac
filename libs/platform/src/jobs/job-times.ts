/** The clockwork of a queue, in ms, and how much it keeps. */
export interface JobTimes {
  /** A job whose worker is not heard of for so long is taken over. Default 30,000. */
  readonly leaseMs: number;
  /** How often a worker renews its leases. Default 10,000. */
  readonly renewMs: number;
  /** How often is looked for what has become due, and for a new period. Default 1000. */
  readonly pollMs: number;
  /** How long `drain` waits for what is under way. Default 3000. */
  readonly drainMs: number;
  /** How often is looked for jobs to forget, where the backing does not do it. Default 60,000. */
  readonly sweepMs: number;
  /** How long a caller waits for the backing. Default 2000. */
  readonly answerMs: number;
  /** How long the last word of a process may take, once the rest was given up. Default 1000. */
  readonly givingBackMs: number;
  /** At most so many dead jobs of a kind are kept, the youngest. Default 1000. */
  readonly keptDead: number;
}

export const defaultTimes: JobTimes = {
  leaseMs: 30_000,
  renewMs: 10_000,
  pollMs: 1000,
  drainMs: 3000,
  sweepMs: 60_000,
  answerMs: 2000,
  givingBackMs: 1000,
  keptDead: 1000,
};

/** How long a dead job is kept, in ms: 30 days. */
export const keepDeadMs = 30 * 86_400_000;

/** How many are listed, or retried, at once. */
export const deadPage = 100;
