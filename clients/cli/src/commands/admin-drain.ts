import { running, type AddCommand } from '../command-context.js';
import { given } from '../lists.js';

interface DrainOptions {
  readonly undo?: boolean;
  readonly reason?: string;
}

export const addDrain: AddCommand = (admin, context) => {
  admin
    .command('drain')
    .argument('<process>', 'its id, as in topology')
    .description('let a process leave new work to others, before it is stopped')
    .option('--undo', 'let it take work again')
    .option('--reason <text>', 'why, for the audit log')
    .action(
      running<DrainOptions, [string]>(context, async ({ options, parley, print }, processId) => {
        const { api } = parley();
        const reason = given({ reason: options.reason });
        if (options.undo) await api.drain.resume({ path: { processId }, query: reason });
        else await api.drain.drain({ body: { processId, ...reason } });
        const words = options.undo ? 'takes work again' : 'leaves new work to others';
        print.say({ id: processId }, `${processId} ${words}`);
      }),
    );
};
