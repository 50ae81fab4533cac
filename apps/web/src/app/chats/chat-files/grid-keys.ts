/** Tiles in a row of the grid. */
export const COLUMNS = 3;

/** Where a key leads from one of `count` pieces, `columns` in a row; null: it is none of theirs. */
export function stepBy(key: string, { at, count, columns, isRtl }: Place): number | null {
  const ahead = isRtl ? -1 : 1;
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: columns,
    ArrowUp: -columns,
    ...(columns > 1 && { ArrowRight: ahead, ArrowLeft: -ahead }),
    Home: -at,
    End: count - 1 - at,
  };
  const step = steps[key];
  if (step === undefined) return null;
  const to = at + step;
  return to < 0 || to >= count ? at : to;
}

export interface Place {
  readonly at: number;
  readonly count: number;
  readonly columns: number;
  readonly isRtl: boolean;
}
