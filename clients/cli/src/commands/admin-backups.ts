import type { Command } from 'commander';
import type { Backup } from '@parley/client';
import { running, type AddCommand, type CommandContext } from '../command-context.js';
import { given } from '../lists.js';

const columns = {
  id: ({ id }: Backup) => id,
  at: ({ createdAt }: Backup) => createdAt,
  state: ({ state }: Backup) => state,
  label: ({ label }: Backup) => label,
  size: ({ archive }: Backup) => archive?.size,
  sha256: ({ archive }: Backup) => archive?.sha256,
  file: ({ archive }: Backup) => archive?.name,
  error: ({ error }: Backup) => error,
};

interface MakeOptions {
  readonly label?: string;
  readonly reason?: string;
}

export const addBackups: AddCommand = (admin, context) => {
  const backups = admin
    .command('backups')
    .description('backups in the folder of the server, where its machine has them');
  backups
    .command('list')
    .description('list them, the newest first')
    .action(
      running<object, []>(context, async ({ parley, print }) => {
        print.table((await parley().api.adminBackups.list()).items, columns);
      }),
    );
  addMake(backups, context);
  addRemove(backups, context);
};

function addMake(backups: Command, context: CommandContext): void {
  backups
    .command('make')
    .description('have one made in the background; the list tells what came of it')
    .option('--label <text>', 'what it is for')
    .option('--reason <text>', 'why, for the audit log')
    .action(
      running<MakeOptions, []>(context, async ({ options: { label, reason }, parley, print }) => {
        const made = await parley().api.adminBackups.make({ body: given({ label, reason }) });
        print.say(made, `${made.id} is being made`);
      }),
    );
}

function addRemove(backups: Command, context: CommandContext): void {
  backups
    .command('remove')
    .argument('<id>')
    .description('remove one, with its file')
    .option('--reason <text>', 'why, for the audit log')
    .action(
      running<{ reason?: string }, [string]>(
        context,
        async ({ options: { reason }, parley, print }, backupId) => {
          await parley().api.adminBackups.remove({ path: { backupId }, query: given({ reason }) });
          print.say({ id: backupId }, `${backupId} is removed`);
        },
      ),
    );
}
