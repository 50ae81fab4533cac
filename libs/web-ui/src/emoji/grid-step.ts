export const EMOJI_COLUMNS = 8;

/** Where a key leads from a cell of the grid; `above`: out of it; null: it is no key of a grid. */
export function gridStep(
  key: string,
  from: number,
  count: number,
  isRightToLeft: boolean,
): number | 'above' | null {
  const ahead = isRightToLeft ? -1 : 1;
  const steps: Readonly<Record<string, number>> = {
    ArrowRight: ahead,
    ArrowLeft: -ahead,
    ArrowDown: EMOJI_COLUMNS,
    ArrowUp: -EMOJI_COLUMNS,
  };
  if (key === 'Home') return from - (from % EMOJI_COLUMNS);
  if (key === 'End') return Math.min(count, from - (from % EMOJI_COLUMNS) + EMOJI_COLUMNS) - 1;
  const step = steps[key];
  if (step === undefined) return null;
  if (key === 'ArrowUp' && from < EMOJI_COLUMNS) return 'above';
  // From the last full row down to a shorter one: its last cell.
  if (key === 'ArrowDown' && from + step >= count) {
    const isLastRow = Math.floor(from / EMOJI_COLUMNS) === Math.floor((count - 1) / EMOJI_COLUMNS);
    return isLastRow ? from : count - 1;
  }
  return Math.min(Math.max(from + step, 0), count - 1);
}
