import type { QuietHours } from '@app/contracts';

const dayNames = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/** Formatters are dear to make: one for each zone that was asked for. There are some 600 zones. */
const clocks = new Map<string, Intl.DateTimeFormat>();

/** Whether it is quiet at `now` (Unix ms), by the clock that hangs where the person is. */
export function isQuietAt({ from, to, zone, days }: QuietHours, now: number): boolean {
  const { day, time } = localTime(zone, now);
  const yesterday = (day + 6) % 7;
  if (from < to) return days.includes(day) && from <= time && time < to;
  // Over midnight: since this evening, or still since the one before.
  return (days.includes(day) && time >= from) || (days.includes(yesterday) && time < to);
}

/** `day`: 0 is Sunday; `time`: `HH:MM`, which compares as text. */
function localTime(zone: string, now: number): { day: number; time: string } {
  const parts = clockOf(zone).formatToParts(now);
  const of = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
  return { day: dayNames.indexOf(of('weekday')), time: `${of('hour')}:${of('minute')}` };
}

function clockOf(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone);
  if (known) return known;
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  clocks.set(zone, clock);
  return clock;
}
