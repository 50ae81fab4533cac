import { windowOf } from './places.js';

/** When some slots were sent: the earliest, and the latest. */
export interface Span {
  readonly fromMs: number;
  readonly toMs: number;
}

/** When the first and the last slot of all were sent; a chat without any has none. */
export function spanOf(spans: readonly number[]): Span | undefined {
  const fromMs = Math.min(...spans.filter((_, i) => i % 2 === 0));
  const toMs = Math.max(...spans.filter((_, i) => i % 2 === 1));
  return fromMs <= toMs ? { fromMs, toMs } : undefined;
}

/** A window without a slot has a span that ends before it begins. */
const nothing = [Number.MAX_SAFE_INTEGER, 0] as const;

/** With what was sent in these slots: `Map<seq, ms since 1970>`. */
export function spansWith(spans: readonly number[], times: ReadonlyMap<number, number>): number[] {
  const result = [...spans];
  for (const [seq, atMs] of times) {
    const at = 2 * windowOf(seq);
    while (result.length <= at) result.push(...nothing);
    result[at] = Math.min(result[at]!, atMs);
    result[at + 1] = Math.max(result[at + 1]!, atMs);
  }
  return result;
}

/** The earliest and the latest; nothing of none. */
export function spanOfTimes(times: ReadonlyMap<number, number>): number[] {
  const all = [...times.values()];
  return all.length > 0 ? [Math.min(...all), Math.max(...all)] : [];
}
