import { Option, type Command } from 'commander';
import { itemsOf, type Api, type Job } from '@parley/client';
import { running, type AddCommand, type CommandContext } from '../command-context.js';
import { given, listing, taken, type Listed } from '../lists.js';
import { kindColumns } from './admin-topology.js';

const columns = {
  id: ({ id }: Job) => id,
  kind: ({ kind }: Job) => kind,
  key: ({ key }: Job) => key,
  state: ({ state }: Job) => state,
  at: ({ at }: Job) => at,
  attempts: ({ attempts }: Job) => attempts,
  error: ({ error }: Job) => error,
};

interface ListOptions extends Listed {
  readonly state?: Job['state'];
  readonly kind?: string;
}

interface WithReason {
  readonly reason?: string;
}

export const addJobs: AddCommand = (admin, context) => {
  const jobs = admin.command('jobs').description('work for later');
  jobs
    .command('kinds')
    .description('how many there are of each kind')
    .action(
      running<object, []>(context, async ({ parley, print }) => {
        print.table((await parley().api.adminJobs.kinds()).items, kindColumns);
      }),
    );
  addList(jobs, context);
  addDeed(jobs, context, 'retry', 'begin one anew that was given up', (api, jobId, reason) =>
    api.adminJobs.retry({ path: { jobId }, body: reason }),
  );
  addDeed(jobs, context, 'remove', 'take one out that nobody does just now', (api, jobId, reason) =>
    api.adminJobs.remove({ path: { jobId }, query: reason }),
  );
};

function addList(jobs: Command, context: CommandContext): void {
  const states = ['waiting', 'running', 'delayed', 'failed'];
  listing(jobs.command('list').description('list those of one state, kind by kind'))
    .addOption(new Option('--state <state>', 'else failed').choices(states))
    .option('--kind <name>', 'such as notifications.push')
    .action(
      running<ListOptions, []>(context, async ({ options, parley, print }) => {
        const { state, kind } = options;
        const { api } = parley();
        const wanted = given({ state, kind });
        const all = itemsOf((page) => api.adminJobs.list({ query: { ...page, ...wanted } }));
        print.table(await taken(options, all), columns);
      }),
    );
}

function addDeed(
  jobs: Command,
  context: CommandContext,
  name: string,
  description: string,
  act: (api: Api, jobId: string, reason: { reason?: string }) => Promise<unknown>,
): void {
  jobs
    .command(name)
    .argument('<id>')
    .description(description)
    .option('--reason <text>', 'why, for the audit log')
    .action(
      running<WithReason, [string]>(context, async ({ options, parley, print }, jobId) => {
        await act(parley().api, jobId, given({ reason: options.reason }));
        print.say({ id: jobId }, `${jobId}: ${name} is done`);
      }),
    );
}
