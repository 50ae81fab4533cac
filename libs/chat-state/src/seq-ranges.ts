/** `from` to `to`, both in it. */
export interface SeqRange {
  readonly from: number;
  readonly to: number;
}

/** Adds a range; what overlaps or touches becomes one. Ascending, with holes between them. */
export function withRange(ranges: readonly SeqRange[], added: SeqRange): readonly SeqRange[] {
  if (added.to < added.from) return ranges;
  const apart = ranges.filter((r) => r.to < added.from - 1 || r.from > added.to + 1);
  const joined = ranges.filter((r) => !apart.includes(r));
  const from = Math.min(added.from, ...joined.map((r) => r.from));
  const to = Math.max(added.to, ...joined.map((r) => r.to));
  if (joined.length === 1 && joined[0]?.from === from && joined[0].to === to) return ranges;
  return [...apart, { from, to }].sort((a, b) => a.from - b.from);
}

/** What of these ranges is in one of `kept` as well. */
export function within(
  ranges: readonly SeqRange[],
  kept: readonly SeqRange[],
): readonly SeqRange[] {
  const parts = ranges.flatMap((range) =>
    kept.map(({ from, to }) => ({
      from: Math.max(range.from, from),
      to: Math.min(range.to, to),
    })),
  );
  return parts.reduce(withRange, []);
}

/** The range that holds `seq`, or `null`. */
export function rangeAt(ranges: readonly SeqRange[], seq: number): SeqRange | null {
  return ranges.find((r) => r.from <= seq && seq <= r.to) ?? null;
}

/** Whether every seq from `from` to `to` is in; an empty stretch always is. */
export function covers(ranges: readonly SeqRange[], from: number, to: number): boolean {
  return from > to || (rangeAt(ranges, from)?.to ?? 0) >= to;
}
