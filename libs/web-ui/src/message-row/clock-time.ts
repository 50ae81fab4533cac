const clocks = new Map<string, Intl.DateTimeFormat>();

/**
 * Hours and minutes of an ISO time, as they are written there. To make a format takes longer than
 * to draw a row: one of each locale is kept.
 */
export function clockTime(locale: string, at: string): string {
  let clock = clocks.get(locale);
  if (!clock) {
    clock = new Intl.DateTimeFormat(locale, { timeStyle: 'short' });
    clocks.set(locale, clock);
  }
  return clock.format(new Date(at));
}
