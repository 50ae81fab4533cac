import type { QuietHours } from '@app/contracts';

const hours = Array.from({ length: 24 }, (_, hour) => `${String(hour).padStart(2, '0')}:00`);

/** Full hours; and what is set already, whatever it is. */
export const hoursWith = (set: string): readonly string[] =>
  hours.includes(set) ? hours : [...hours, set].sort();

const everyDay = [0, 1, 2, 3, 4, 5, 6];
/** The evenings before a working day: Sunday to Thursday. */
const workdays = [0, 1, 2, 3, 4];

export type Days = 'every' | 'work';

export const daysOf = ({ days }: QuietHours): Days => (days.length < 6 ? 'work' : 'every');

export const dayNumbers: Readonly<Record<Days, number[]>> = { every: everyDay, work: workdays };

/** The nights, where this device is. */
export const usualQuiet = (): QuietHours => ({
  from: '22:00',
  to: '07:00',
  zone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
  days: everyDay,
});
