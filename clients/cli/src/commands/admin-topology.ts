import type { FactBacklog, JobCounts, RequestBacklog, ServerProcess } from '@parley/client';
import { running, type AddCommand } from '../command-context.js';
import { drawn } from '../printer.js';

const down = (checks: ServerProcess['checks']) =>
  Object.keys(checks).filter((name) => checks[name] === 'down');

const columns = {
  id: ({ id }: ServerProcess) => id,
  app: ({ app }: ServerProcess) => app,
  host: ({ host }: ServerProcess) => host,
  pid: ({ pid }: ServerProcess) => pid,
  state: ({ state }: ServerProcess) => state,
  sockets: ({ loads }: ServerProcess) => loads.sockets,
  calls: ({ loads }: ServerProcess) => loads.rooms,
  down: ({ checks }: ServerProcess) => down(checks).join(' '),
  'not reached': ({ breakers }: ServerProcess) =>
    breakers.flatMap(({ service, state }) => (state === 'open' ? [service] : [])).join(' '),
  version: ({ version }: ServerProcess) => version,
};

const streamColumns = {
  fact: ({ name }: FactBacklog) => name,
  module: ({ module }: FactBacklog) => module,
  waiting: ({ waiting }: FactBacklog) => waiting ?? 'unknown',
};

const requestColumns = {
  service: ({ service }: RequestBacklog) => service,
  waiting: ({ waiting }: RequestBacklog) => waiting ?? 'unknown',
};

export const kindColumns = {
  kind: ({ kind }: JobCounts) => kind,
  waiting: ({ waiting }: JobCounts) => waiting,
  running: ({ running }: JobCounts) => running,
  delayed: ({ delayed }: JobCounts) => delayed,
  failed: ({ failed }: JobCounts) => failed,
};

export const addTopology: AddCommand = (admin, context) => {
  admin
    .command('topology')
    .description('the processes, how each is, and what waits between them')
    .action(
      running<object, []>(context, async ({ parley, print }) => {
        const topology = await parley().api.topology.get();
        const { processes, streams, queues, requests } = topology;
        const parts = [
          drawn(streams, streamColumns),
          drawn(queues, kindColumns),
          drawn(requests, requestColumns),
        ];
        print.report(topology, drawn(processes, columns), ...parts);
      }),
    );
};
