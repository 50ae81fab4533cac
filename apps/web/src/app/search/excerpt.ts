/** Part of a text, `[from, to)` in UTF-16 units. */
interface Range {
  readonly from: number;
  readonly to: number;
}

/** A piece of a text: either what was looked for, or not. */
export interface ExcerptPart {
  readonly text: string;
  readonly isHit: boolean;
}

/** What is shown of a long text, in characters, and how much of it before what was found. */
const LENGTH = 240;
const BEFORE = 60;

/** A text in pieces, from a little before the first that was found; `ranges` in order. */
export function excerptOf(text: string, ranges: readonly Range[]): readonly ExcerptPart[] {
  const start = startOf(text, ranges[0]?.from ?? 0);
  const end = text.length - start <= LENGTH ? text.length : wordEnd(text, start + LENGTH);
  const parts: ExcerptPart[] = [];
  const add = (from: number, to: number, isHit: boolean) => {
    const shown = text.slice(Math.max(start, from), Math.min(end, to)).replaceAll(/\s+/g, ' ');
    if (shown !== '') parts.push({ text: shown, isHit });
  };
  if (start > 0) parts.push({ text: '… ', isHit: false });
  let at = start;
  for (const { from, to } of ranges) {
    add(at, from, false);
    add(from, to, true);
    at = to;
  }
  add(at, end, false);
  if (end < text.length) parts.push({ text: ' …', isHit: false });
  return parts;
}

/** At a word, so that none is cut. */
function startOf(text: string, hit: number): number {
  if (text.length <= LENGTH || hit <= BEFORE) return 0;
  const blank = text.slice(hit - BEFORE, hit).search(/\s/);
  return hit - (blank < 0 ? 0 : BEFORE - blank - 1);
}

function wordEnd(text: string, at: number): number {
  const blank = text.slice(at - BEFORE, at).search(/\s\S*$/);
  return blank < 0 ? at : at - BEFORE + blank;
}
