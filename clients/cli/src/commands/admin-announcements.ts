import { Option, type Command } from 'commander';
import { itemsOf, type MadeAnnouncement, type NewAnnouncement } from '@parley/client';
import { running, type AddCommand, type CommandContext } from '../command-context.js';
import { given, listing, taken, type Listed } from '../lists.js';

const columns = {
  id: ({ id }: MadeAnnouncement) => id,
  state: ({ state }: MadeAnnouncement) => state,
  severity: ({ severity }: MadeAnnouncement) => severity,
  from: ({ from }: MadeAnnouncement) => from,
  until: ({ removedAt, until }: MadeAnnouncement) => removedAt ?? until,
  text: ({ text }: MadeAnnouncement) => text,
};

interface CreateOptions {
  readonly severity: NewAnnouncement['severity'];
  readonly from?: string;
  readonly until?: string;
  readonly stays?: boolean;
  readonly reason?: string;
}

export const addAnnouncements: AddCommand = (admin, context) => {
  const announcements = admin.command('announcements').description('what is said to everybody');
  listing(announcements.command('list').description('list them, the newest first')).action(
    running<Listed, []>(context, async ({ options, parley, print }) => {
      const { api } = parley();
      const all = itemsOf((query) => api.announcements.list({ query }));
      print.table(await taken(options, all), columns);
    }),
  );
  addCreate(announcements, context);
  addEnd(announcements, context);
};

function addCreate(announcements: Command, context: CommandContext): void {
  announcements
    .command('create')
    .argument('<text...>', 'in plain words')
    .description('say something to everybody, now or later')
    .addOption(new Option('--severity <how>').choices(['info', 'warning', 'critical']))
    .option('--from <time>', 'not before, as 2027-01-31T08:00:00Z; else now')
    .option('--until <time>', 'when it is over; else when it is ended')
    .option('--stays', 'nobody may put it away')
    .option('--reason <text>', 'why, for the audit log')
    .action(
      running<CreateOptions, [readonly string[]]>(
        context,
        async ({ options, parley, print }, words) => {
          const { severity, from, until, stays, reason } = options;
          const isDismissible = stays ? false : undefined;
          const body = { text: words.join(' '), ...given({ severity, from, until, reason }) };
          const made = await parley().api.announcements.make({
            body: { ...body, ...given({ isDismissible }) },
          });
          print.say(made, `${made.id} is ${made.state}`);
        },
      ),
    );
}

function addEnd(announcements: Command, context: CommandContext): void {
  announcements
    .command('end')
    .argument('<id>')
    .description('take one down, or one that is yet to come')
    .option('--reason <text>', 'why, for the audit log')
    .action(
      running<{ reason?: string }, [string]>(
        context,
        async ({ options: { reason }, parley, print }, announcementId) => {
          const path = { announcementId };
          await parley().api.announcements.remove({ path, query: given({ reason }) });
          print.say({ id: announcementId }, `${announcementId} is over`);
        },
      ),
    );
}
