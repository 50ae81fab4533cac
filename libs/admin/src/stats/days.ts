import type { DayStats } from '@app/contracts';
import type { Counted, DayTotals } from './day-totals.repository.js';

const dayMs = 86_400_000;

/** The day of UTC: `2026-01-31`. */
export const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** So many days, ascending; the last one is that of `now`. */
export function lastDays(now: Date, count: number): string[] {
  return Array.from({ length: count }, (_, n) => dayOf(now.getTime() - (count - 1 - n) * dayMs));
}

/**
 * What each of the days brought. What came while nobody counted belongs to the day on which it was
 * counted next; what was there before the first count, to none. `noted` may begin earlier.
 */
export function statsOf(days: readonly string[], noted: readonly DayTotals[]): DayStats[] {
  const byDay = new Map(noted.map((totals) => [totals.day, totals]));
  const before = (day: string, key: keyof Counted) =>
    noted.findLast((one) => one.day < day && one.last[key] !== undefined)?.last[key];
  const brought = (day: string, key: 'messages' | 'calls') => {
    const totals = byDay.get(day);
    const last = totals?.last[key];
    if (last === undefined) return {};
    return { [key]: Math.max(0, last - (before(day, key) ?? totals!.first[key] ?? last)) };
  };
  return days.map((day) => {
    const { users, storageBytes } = byDay.get(day)?.last ?? {};
    return {
      day,
      ...(users !== undefined && { users }),
      ...(storageBytes !== undefined && { storageBytes }),
      ...brought(day, 'messages'),
      ...brought(day, 'calls'),
    };
  });
}
