import { periodOf } from '@app/contracts';

const dayMs = 86_400_000;

/**
 * By which clock somebody's days are. `timeZone`, of the IANA list, knows when clocks are changed;
 * where it is not said, they are `utcOffset` minutes ahead of UTC all the time.
 */
export interface LocalClock {
  readonly utcOffset: number;
  readonly timeZone?: string | undefined;
}

/** `[from, to)` in ms since 1970. */
export interface Period {
  readonly from: number;
  readonly to: number;
}

/** What a date of a query that was parsed means where somebody is. */
export function localPeriodOf(date: string, { utcOffset, timeZone }: LocalClock): Period {
  if (timeZone === undefined) return periodOf(date, utcOffset)!;
  const { from, to } = periodOf(date, 0)!;
  const offsetAt = offsetsOf(timeZone);
  return { from: firstMoment(from, offsetAt), to: firstMoment(to, offsetAt) };
}

/** ms ahead of UTC, at a moment. */
type OffsetAt = (ms: number) => number;

/**
 * When a midnight comes, given as if it were UTC. Where it comes twice it is the first, and where
 * clocks are put beyond it, the moment when they are.
 */
function firstMoment(midnight: number, offsetAt: OffsetAt): number {
  const [before, after] = [offsetAt(midnight - dayMs), offsetAt(midnight + dayMs)];
  const [early, late] = [midnight - before, midnight - after];
  const isLate = offsetAt(early) !== before && offsetAt(late) === after;
  return isLate ? late : early;
}

/** Nothing is kept: names of zones are as many as people find ways to write them. */
function offsetsOf(timeZone: string): OffsetAt {
  const clock = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
  return (ms) => {
    const name = clock.formatToParts(ms).find(({ type }) => type === 'timeZoneName')?.value ?? '';
    const [, sign, hours = 0, minutes = 0, seconds = 0] =
      /^GMT([+-])(\d\d):(\d\d)(?::(\d\d))?$/.exec(name) ?? [];
    const ahead = ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000;
    return sign === '-' ? -ahead : ahead;
  };
}
