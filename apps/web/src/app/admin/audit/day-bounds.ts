/** Whether it is a day, as `2026-11-29`. */
export function isDay(day: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(day) && startOf(day).toDateString() !== 'Invalid Date';
}

/** The first moment of a day here. */
export function firstOf(day: string): string {
  return startOf(day).toISOString();
}

/** The last moment of a day here. */
export function lastOf(day: string): string {
  const next = startOf(day);
  next.setDate(next.getDate() + 1);
  return new Date(next.getTime() - 1).toISOString();
}

function startOf(day: string): Date {
  return new Date(`${day}T00:00:00`);
}
