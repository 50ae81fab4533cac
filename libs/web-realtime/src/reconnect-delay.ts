const FIRST_MS = 250;
const LONGEST_MS = 5000;

/**
 * As many failed tries is a line worth that breaks without a word: its server may be gone, and all
 * whom it served would come back in the same moment.
 */
export const LOST = 1;

/**
 * Ms to wait before a try: none before the first, then a random part of a bound that doubles up to
 * 5 s. All of it random, so that the clients of a stopped server do not come back together.
 */
export function reconnectDelay(failedTries: number, random: () => number): number {
  if (failedTries === 0) return 0;
  return random() * Math.min(LONGEST_MS, FIRST_MS * 2 ** failedTries);
}
