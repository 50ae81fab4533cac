import type { InviteBody } from '@app/contracts';

const HOUR_S = 3600;
const DAY_S = 24 * HOUR_S;

/** For how long a link may hold, in seconds; the keys are those of the texts. */
export const lifetimes = {
  hour: HOUR_S,
  day: DAY_S,
  week: 7 * DAY_S,
  month: 30 * DAY_S,
  year: 365 * DAY_S,
} as const;

export type Lifetime = keyof typeof lifetimes;

/** How many may come by a link. `0`: as many as like. */
export const useLimits = [0, 1, 5, 25, 100] as const;

export function inviteWish(lifetime: Lifetime, useLimit: number): InviteBody {
  return {
    expiresIn: lifetimes[lifetime],
    ...(useLimit > 0 && { maxUses: useLimit }),
  };
}

/** What is sent to people. */
export function linkOf(code: string): string {
  return `${location.origin}/invite/${code}`;
}
