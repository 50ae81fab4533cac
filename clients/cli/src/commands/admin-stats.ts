import type { DayStats, Stats } from '@parley/client';
import { running, type AddCommand } from '../command-context.js';
import { count } from '../counts.js';
import { below, drawn } from '../printer.js';

const columns = {
  day: ({ day }: DayStats) => day,
  users: ({ users }: DayStats) => users,
  messages: ({ messages }: DayStats) => messages,
  calls: ({ calls }: DayStats) => calls,
  bytes: ({ storageBytes }: DayStats) => storageBytes,
};

/** What is there, without the days; a part that does not answer says so. */
const totals = ({ users, chats, storage, calls, away }: Stats) => ({
  ...users,
  ...chats,
  ...storage,
  ...calls,
  ...(away.length > 0 && { away }),
});

export const addStats: AddCommand = (admin, context) => {
  admin
    .command('stats')
    .description('how much there is, and what each of the last days brought')
    .option('--days <n>', 'of so many, the present one with them', count, 30)
    .action(
      running<{ days: number }, []>(context, async ({ options: { days }, parley, print }) => {
        const stats = await parley().api.adminStats.get({ query: { days } });
        print.report(stats, below(totals(stats)), drawn(stats.days, columns));
      }),
    );
};
