import type { QuietHours } from '@app/contracts';

const hours = Array.from({ length: 24 }, (_, hour) => `${String(hour).padStart(2, '0')}:00`);

/** Full hours; and what is set already, whatever it is. */
export const hoursWith = (set: string): readonly string[] =>
  hours.includes(set) ? hours : [...hours, set].sort();

const everyDay = [0, 1, 2, 3, 4, 5, 6];
/** The evenings before a working day: Sunday to Thursday. */
const workdays = [0, 1, 2, 3, 4];

/** Others than these are set by programs. */
export type UsualDays = 'every' | 'work';

export const dayNumbers: Readonly<Record<UsualDays, number[]>> = {
  every: everyDay,
  work: workdays,
};

/** What they are called among the choices: one of the usual ones, or their numbers. */
export function daysOf({ days }: QuietHours): string {
  const set = [...new Set(days)].sort((a, b) => a - b).join();
  const usual = Object.entries(dayNumbers).find(([, numbers]) => numbers.join() === set);
  return usual?.[0] ?? set;
}

/** `set`: as `daysOf` has it; as in "Mon, Wed and Fri" for other days than the usual ones. */
export function namesOfDays(set: string, locale: string): string {
  const name = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' });
  // The first of February 2026 was a Sunday.
  const names = set.split(',').map((day) => name.format(Date.UTC(2026, 1, 1 + Number(day))));
  return new Intl.ListFormat(locale).format(names);
}

/** The nights, where this device is. */
export const usualQuiet = (): QuietHours => ({
  from: '22:00',
  to: '07:00',
  zone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
  days: everyDay,
});
