const ROW = 'app-timeline-row';
const steps: Readonly<Record<string, number>> = { ArrowUp: -1, ArrowDown: 1 };

/** The row to which a key leads from another; null: it leads nowhere, or is no key of the list. */
export function rowAfterKey(
  key: string,
  row: HTMLElement,
  scroller: HTMLElement,
): HTMLElement | null {
  const rows = [...scroller.querySelectorAll<HTMLElement>(ROW)];
  const step = steps[key];
  if (step !== undefined) return rows[rows.indexOf(row) + step] ?? null;
  if (key !== 'PageUp' && key !== 'PageDown') return null;
  const isUp = key === 'PageUp';
  // The furthest one that is drawn within a screen: the focus brings it in, and more with it.
  const { top, bottom } = row.getBoundingClientRect();
  const page = scroller.clientHeight;
  const inReach = rows.filter((other) => {
    const box = other.getBoundingClientRect();
    return isUp
      ? box.top < top && box.top >= top - page
      : box.bottom > bottom && box.bottom <= bottom + page;
  });
  return (isUp ? inReach[0] : inReach.at(-1)) ?? null;
}

/** The row in which something is; null: it is in none. */
export function rowOf(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>(ROW) : null;
}
