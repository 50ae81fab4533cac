import { Option, type Command } from 'commander';
import { itemsOf, type HandleReport, type Report } from '@parley/client';
import { running, type AddCommand, type CommandContext } from '../command-context.js';
import { count } from '../counts.js';
import { upTo } from '../up-to.js';

const acts = ['dismiss', 'delete_message', 'ban'] as const;

const columns = {
  id: ({ id }: Report) => id,
  state: ({ state }: Report) => state,
  about: ({ userId }: Report) => userId,
  complaints: ({ complaintCount }: Report) => complaintCount,
  category: ({ complaints }: Report) => complaints[0]?.category,
  message: ({ message }: Report) => message?.text,
};

interface ListOptions {
  readonly state: 'open' | 'closed';
  readonly limit: number;
}

export const addReports: AddCommand = (admin, context) => {
  const reports = admin.command('reports').description('what people have reported');
  reports
    .command('list')
    .description('list them')
    .addOption(new Option('--state <state>').choices(['open', 'closed']).default('open'))
    .option('--limit <n>', 'at most so many', count, 100)
    .action(
      running<ListOptions, []>(context, async ({ options, parley, print }) => {
        const { api } = parley();
        const { state, limit } = options;
        const all = itemsOf((page) => api.reports.list({ query: { ...page, state } }));
        print.table(await upTo(limit, all), columns);
      }),
    );
  addHandle(reports, context);
};

function addHandle(reports: Command, context: CommandContext): void {
  reports
    .command('handle')
    .description('deal with one, and close it')
    .argument('<id>')
    .addOption(new Option('--act <act>').choices(acts).makeOptionMandatory())
    .requiredOption('--reason <text>', 'why, for the audit log')
    .action(
      running<HandleReport, [string]>(context, async ({ options, parley, print }, reportId) => {
        const { act, reason } = options;
        const body = { act, reason };
        const report = await parley().api.reports.handle({ path: { reportId }, body });
        print.say(report, `${reportId} is closed: ${act}`);
      }),
    );
}
