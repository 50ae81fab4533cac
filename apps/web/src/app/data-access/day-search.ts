/** When the message in this slot was written, in ms. */
export type TimeOf = (seq: number) => Promise<number>;

/**
 * The first slot from `first` to `last` that was written at `time` or later; `last` where all are
 * older. Looks at a few: where the time should be by the rate between the ends, and in every second
 * look in the middle, so that a chat with long silences needs 2 log n of them at most.
 *
 * Times are for display, and two servers may write them a moment apart: near is good enough.
 */
export async function firstSince(
  time: number,
  first: number,
  last: number,
  timeOf: TimeOf,
): Promise<number> {
  let [low, high] = [first, last];
  let [lowTime, highTime] = await Promise.all([timeOf(first), timeOf(last)]);
  if (lowTime >= time) return first;
  for (let look = 0; high - low > 1; look++) {
    const part = look % 2 === 0 ? (time - lowTime) / (highTime - lowTime) : 0.5;
    const guess = Math.round(low + part * (high - low));
    const seq = Math.min(Math.max(guess, low + 1), high - 1);
    const found = await timeOf(seq);
    if (found < time) [low, lowTime] = [seq, found];
    else [high, highTime] = [seq, found];
  }
  return high;
}
