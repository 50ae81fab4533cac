import * as z from 'zod/mini';
import { apiClass, defineApi, rpc } from './define-api.js';
import { count, Mark } from './text.js';

/** Accounts of people: `active` and `suspended` are all of `total`. `bots`: beside them. */
export const UserTotals = z.strictObject({
  total: Mark,
  active: Mark,
  suspended: Mark,
  bots: Mark,
});
export type UserTotals = z.output<typeof UserTotals>;

/** Chats that were not deleted, and all that was ever written, by the system and in others, too. */
export const ChatTotals = z.strictObject({
  directChats: Mark,
  groups: Mark,
  channels: Mark,
  messages: Mark,
});
export type ChatTotals = z.output<typeof ChatTotals>;

/** Bytes of files that are kept. `limitBytes`: of all together; null: there is none. */
export const StorageTotals = z.strictObject({ bytes: Mark, limitBytes: z.nullable(Mark) });
export type StorageTotals = z.output<typeof StorageTotals>;

/** All calls there ever were, answered or not. */
export const CallTotals = z.strictObject({ calls: Mark });
export type CallTotals = z.output<typeof CallTotals>;

/** A day of UTC: `2026-01-31`. */
export const UtcDay = z.iso.date();

/**
 * What is known of a day. `users`, `storageBytes`: how it was at its end, or is now. `messages`,
 * `calls`: how many it brought. What nobody has counted then is absent.
 */
export const DayStats = z.strictObject({
  day: UtcDay,
  users: z.optional(Mark),
  storageBytes: z.optional(Mark),
  messages: z.optional(Mark),
  calls: z.optional(Mark),
});
export type DayStats = z.output<typeof DayStats>;
z.globalRegistry.add(DayStats, { id: 'DayStats' });

export const StatsPart = z.enum(['users', 'chats', 'storage', 'calls']);
export type StatsPart = z.output<typeof StatsPart>;

/** A part is absent where who keeps it does not answer: it is `away` then. `days`: ascending. */
export const Stats = z.strictObject({
  users: z.optional(UserTotals),
  chats: z.optional(ChatTotals),
  storage: z.optional(StorageTotals),
  calls: z.optional(CallTotals),
  away: z.array(StatsPart),
  days: z.array(DayStats),
});
export type Stats = z.output<typeof Stats>;
z.globalRegistry.add(Stats, { id: 'Stats' });

/** `days`: how many, the present one with them. */
export const StatsQuery = z.strictObject({ days: z._default(count(1, 366), 30) });
export type StatsQuery = z.output<typeof StatsQuery>;

export const statsContract = defineApi({ get: rpc('stats.get', StatsQuery, Stats) });

/**
 * How much there is, and how it came to be, for who may `runWorkspace`, by what they are now.
 *
 * - `get`: counts now, and notes it for the present day. Throws `forbidden`.
 */
export abstract class StatsApi extends apiClass(statsContract) {}
