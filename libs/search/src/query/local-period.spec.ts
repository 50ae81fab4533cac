import { localPeriodOf } from './local-period.js';

const iso = (date: string, timeZone?: string, utcOffset = 0) => {
  const { from, to } = localPeriodOf(date, { utcOffset, timeZone });
  return [from, to].map((ms) => new Date(ms).toISOString().slice(0, 16));
};

describe('localPeriodOf', () => {
  it('is by one offset where no zone is said', () => {
    expect(iso('2026-07-15', undefined, 60)).toEqual(['2026-07-14T23:00', '2026-07-15T23:00']);
  });

  it.each([
    ['Europe/Berlin', '2026-01-15', '2026-01-14T23:00', '2026-01-15T23:00'],
    ['Europe/Berlin', '2026-07-15', '2026-07-14T22:00', '2026-07-15T22:00'],
    // Of 23 hours, of 25, and a month that begins on one side and ends on the other.
    ['Europe/Berlin', '2026-03-29', '2026-03-28T23:00', '2026-03-29T22:00'],
    ['Europe/Berlin', '2026-10-25', '2026-10-24T22:00', '2026-10-25T23:00'],
    ['Europe/Berlin', '2026-10', '2026-09-30T22:00', '2026-10-31T23:00'],
    ['Europe/Berlin', '2026', '2025-12-31T23:00', '2026-12-31T23:00'],
    ['America/New_York', '2026-11-01', '2026-11-01T04:00', '2026-11-02T05:00'],
    ['Asia/Kolkata', '2026-03-01', '2026-02-28T18:30', '2026-03-01T18:30'],
    ['UTC', '2026-03-01', '2026-03-01T00:00', '2026-03-02T00:00'],
    // Clocks are put from midnight to one; from one back to midnight; from midnight back to 23:00.
    ['Africa/Cairo', '2026-04-24', '2026-04-23T22:00', '2026-04-24T21:00'],
    ['America/Havana', '2026-11-01', '2026-11-01T04:00', '2026-11-02T05:00'],
    ['Africa/Cairo', '2026-10-30', '2026-10-29T22:00', '2026-10-30T22:00'],
    // A day that was not there.
    ['Pacific/Apia', '2011-12-30', '2011-12-30T10:00', '2011-12-30T10:00'],
  ])('in %s is all of %s there', (zone, date, from, to) => {
    expect(iso(date, zone)).toEqual([from, to]);
  });
});
