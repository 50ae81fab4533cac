import { Option, type Command } from 'commander';
import { itemsOf, type HandleReport, type Report } from '@parley/client';
import { running, type AddCommand, type CommandContext } from '../command-context.js';
import { given, listing, taken, type Listed } from '../lists.js';

const columns = {
  id: ({ id }: Report) => id,
  state: ({ state }: Report) => state,
  about: ({ userId }: Report) => userId,
  complaints: ({ complaintCount }: Report) => complaintCount,
  category: ({ complaints }: Report) => complaints[0]?.category,
  message: ({ message }: Report) => message?.text,
  outcome: ({ outcome }: Report) => outcome?.act,
};

const acts: Readonly<Record<string, readonly [act: HandleReport['act'], about: string]>> = {
  dismiss: ['dismiss', 'close one: there is nothing wrong'],
  'delete-message': ['delete_message', 'delete what was reported, for everyone'],
  warn: ['warn', 'tell its author, who has to confirm it'],
  mute: ['mute', 'let its author write nothing for a while'],
  ban: ['ban', 'suspend its author'],
};

interface ListOptions extends Listed {
  readonly state: 'open' | 'closed';
}

export const addReports: AddCommand = (admin, context) => {
  const reports = admin.command('reports').description('what people have reported');
  listing(reports.command('list').description('list them, the newest first'))
    .addOption(new Option('--state <state>').choices(['open', 'closed']).default('open'))
    .action(
      running<ListOptions, []>(context, async ({ options, parley, print }) => {
        const { api } = parley();
        const { state } = options;
        const all = itemsOf((page) => api.reports.list({ query: { ...page, state } }));
        print.table(await taken(options, all), columns);
      }),
    );
  for (const name of Object.keys(acts)) addAct(reports, context, name);
};

interface ActOptions {
  readonly reason: string;
  readonly until?: string;
}

function addAct(reports: Command, context: CommandContext, name: string): void {
  const [act, about] = acts[name]!;
  const command = reports
    .command(name)
    .description(`${about}, and close it`)
    .argument('<id>', 'of the report')
    .requiredOption('--reason <text>', 'why, for the audit log');
  if (act === 'mute') command.requiredOption('--until <time>', 'how long, as 2027-01-31T00:00:00Z');
  command.action(
    running<ActOptions, [string]>(context, async ({ options, parley, print }, reportId) => {
      const { reason, until } = options;
      const body = { act, reason, ...given({ until }) };
      const report = await parley().api.reports.handle({ path: { reportId }, body });
      print.say(report, `${reportId} is closed: ${name}`);
    }),
  );
}
