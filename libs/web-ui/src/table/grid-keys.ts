/**
 * A cell of a grid. Rows count from 1; 0 is the head, in which there is one place, at column 0.
 */
export interface GridPlace {
  readonly row: number;
  readonly column: number;
}

/** `top`: the first row that can be gone to, 0 or 1. */
export interface GridSize {
  readonly top: 0 | 1;
  readonly rows: number;
  readonly columns: number;
}

/** What a key is asked of. */
export type GridKey = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey'>;

/** So many rows are one leap. */
const LEAP = 10;

/** The place to which a key leads from another one; null: it leads nowhere in a grid. */
export function placeAfter(
  event: GridKey,
  from: GridPlace,
  size: GridSize,
  isRightToLeft: boolean,
): GridPlace | null {
  const to = isAbout(event) ? atEdge(event.key, size) : step(event.key, from, size, isRightToLeft);
  return to && within(to, size);
}

/** The nearest place that there is. */
export function within({ row, column }: GridPlace, { top, rows, columns }: GridSize): GridPlace {
  const nearest = Math.max(top, Math.min(row, rows));
  return { row: nearest, column: nearest === 0 ? 0 : Math.max(0, Math.min(column, columns - 1)) };
}

/** With Ctrl a key is about the whole grid. */
function isAbout({ ctrlKey, metaKey }: GridKey): boolean {
  return ctrlKey || metaKey;
}

function atEdge(key: string, { top, rows, columns }: GridSize): GridPlace | null {
  if (key === 'Home') return { row: Math.max(top, 1), column: 0 };
  return key === 'End' ? { row: rows, column: columns - 1 } : null;
}

function step(
  key: string,
  { row, column }: GridPlace,
  { columns }: GridSize,
  isRightToLeft: boolean,
): GridPlace | null {
  const ahead = isRightToLeft ? -1 : 1;
  const steps: Readonly<Record<string, GridPlace>> = {
    ArrowRight: { row, column: column + ahead },
    ArrowLeft: { row, column: column - ahead },
    ArrowDown: { row: row + 1, column },
    ArrowUp: { row: row - 1, column },
    PageDown: { row: row + LEAP, column },
    PageUp: { row: Math.max(row - LEAP, Math.min(row, 1)), column },
    Home: { row, column: 0 },
    End: { row, column: columns - 1 },
  };
  return steps[key] ?? null;
}
