/**
 * So long an upload may wait for its message, what is held by a message for that to be stored, and
 * an avatar to be somebody's: a day. After that nobody repeats a send any more.
 */
const waitMs = 24 * 3_600_000;

/** What is from before then waits for nothing any more. */
export function waitedSince(now: Date): Date {
  return new Date(now.getTime() - waitMs);
}
