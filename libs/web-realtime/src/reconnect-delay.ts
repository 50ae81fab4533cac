const FIRST_MS = 250;
const LONGEST_MS = 5000;

/**
 * Ms to wait before a try: none before the first, then a random part of a bound that doubles up to
 * 5 s. All of it random, so that the clients of a stopped server do not come back together.
 */
export function reconnectDelay(failedTries: number, random: () => number): number {
  if (failedTries === 0) return 0;
  return random() * Math.min(LONGEST_MS, FIRST_MS * 2 ** failedTries);
}
