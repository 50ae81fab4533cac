import { oldestSeqOf, seqOf, type TimelineItem } from './timeline-items';

/**
 * What of the items is on the screen. `topSeq`: the first message; `seenSeq`: the last one that is
 * there as a whole; null where there is none. `isAtEnd`: the end of the log is.
 */
export interface ReadingView {
  readonly isAtEnd: boolean;
  readonly topSeq: number | null;
  readonly seenSeq: number | null;
}

/** Rows by their index. `bottom`: the one at the lower edge, which may be cut off. */
export interface RowsOnScreen {
  readonly top: number;
  readonly bottom: number | undefined;
}

/** The row at the lower edge counts when all of it has come. */
export function readingView(
  rows: readonly TimelineItem[],
  { top, bottom }: RowsOnScreen,
  isAtEnd: boolean,
): ReadingView {
  const topSeq = oldestSeqOf(rows.slice(top));
  const seen = rows.slice(top, bottom).map(seqOf);
  return {
    isAtEnd,
    topSeq: topSeq === Infinity ? null : topSeq,
    seenSeq: Math.max(0, ...seen) || null,
  };
}

export function isSameView(a: ReadingView | null, b: ReadingView | null): boolean {
  if (a === null || b === null) return a === b;
  return a.isAtEnd === b.isAtEnd && a.topSeq === b.topSeq && a.seenSeq === b.seenSeq;
}
