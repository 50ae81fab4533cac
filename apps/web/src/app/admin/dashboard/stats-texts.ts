import { textsOf } from '../../language/texts';
import type { Words } from '../../language/words';

/** Every word of the dashboard. */
const english = {
  period: 'Period',
  periods: { week: '7 days', month: '30 days', year: 'A year' },
  now: 'Now',
  people: 'People',
  peopleHint: (active: string, suspended: string) => `${active} active, ${suspended} suspended`,
  bots: 'Bots',
  chats: 'Chats',
  chatsHint: (direct: string, groups: string, channels: string) =>
    `Direct ${direct}, groups ${groups}, channels ${channels}`,
  messages: 'Messages',
  storage: 'Files',
  storageHint: (limit: string) => `of ${limit}`,
  calls: 'Calls',
  messagesPerDay: 'Messages a day',
  callsPerDay: 'Calls a day',
  today: (value: string, most: string) => `Today ${value}, at most ${most}.`,
  latest: (value: string) => `Now ${value}.`,
  asTable: 'Show as a table',
  day: 'Day, UTC',
  count: 'Count',
  unknown: 'Not counted',
  away: (parts: string) => `Does not answer, and is missing here: ${parts}.`,
  hint: 'Days are those of UTC. What is counted of a day begins when this server counted first.',
} as const;

export type StatsTexts = Words<typeof english>;

export const statsTexts = textsOf('stats', english);
