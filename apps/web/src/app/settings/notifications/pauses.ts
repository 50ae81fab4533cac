/** For how long nothing makes a sound. */
export type Pause = 'half-hour' | 'hour' | 'tomorrow';

export const pauses: readonly Pause[] = ['half-hour', 'hour', 'tomorrow'];

const MINUTE_MS = 60_000;
/** Of tomorrow, where this device is. */
const MORNING_HOUR = 9;

/** When a pause that begins now is over. */
export function endOf(pause: Pause, now: Date): Date {
  if (pause === 'half-hour') return new Date(now.getTime() + 30 * MINUTE_MS);
  if (pause === 'hour') return new Date(now.getTime() + 60 * MINUTE_MS);
  const morning = new Date(now);
  morning.setDate(morning.getDate() + 1);
  morning.setHours(MORNING_HOUR, 0, 0, 0);
  return morning;
}
