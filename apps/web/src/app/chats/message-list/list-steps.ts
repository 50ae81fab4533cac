import type { TimelineItem } from './timeline-items';

/** The rows of the list. `shift`: they differ at the beginning, and the place is to be kept. */
export interface ListStep {
  readonly rows: readonly TimelineItem[];
  readonly shift: boolean;
}

export const noRows: ListStep = { rows: [], shift: false };

/**
 * The next step from the rows that are drawn to the wanted ones. virtua is told of a length and of
 * one side on which it has changed: so a page that comes in front while another goes, or while
 * somebody speaks at the end, is two steps. The last one returns `wanted` itself.
 */
export function nextStep({ rows }: ListStep, wanted: readonly TimelineItem[]): ListStep {
  const [first, wantedFirst] = [rows[0], wanted[0]];
  if (!first || !wantedFirst || first.key === wantedFirst.key) return atOnce(wanted);
  const added = wanted.findIndex(({ key }) => key === first.key);
  const removed = rows.findIndex(({ key }) => key === wantedFirst.key);
  if (added < 0 && removed < 0) return atOnce(wanted);
  const step = added > 0 ? [...wanted.slice(0, added), ...rows] : rows.slice(removed);
  const isLast = step.length === wanted.length && step.at(-1)?.key === wanted.at(-1)?.key;
  return { rows: isLast ? wanted : step, shift: true };
}

const atOnce = (rows: readonly TimelineItem[]): ListStep => ({ rows, shift: false });
