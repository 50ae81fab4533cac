import { Option } from 'commander';
import type { Complaint } from '@parley/client';
import { running, type AddCommand, type CommandContext } from '../command-context.js';
import type { Command } from 'commander';
import { userIdOf } from '../whom.js';

const categories = ['spam', 'harassment', 'illegal', 'other'] as const;

export const addReport: AddCommand = (program, context) => {
  const report = program.command('report').description('tell those who moderate');
  complaint(report, 'message', '<id>')
    .description('of a message that one can read')
    .action(
      running<Complaint, [string]>(context, async ({ options, parley, print }, id) => {
        const body = bodyOf(options);
        await parley().api.reports.reportMessage({ path: { id }, body });
        print.say({ messageId: id, ...body }, `Message ${id} is reported`);
      }),
    );
  addUserReport(report, context);
};

function addUserReport(report: Command, context: CommandContext): void {
  complaint(report, 'user', '<who>')
    .description('of a person: @username or id')
    .action(
      running<Complaint, [string]>(context, async ({ options, parley, print }, who) => {
        const { api } = parley();
        const userId = await userIdOf(api, who);
        const body = bodyOf(options);
        await api.reports.reportUser({ path: { userId }, body });
        print.say({ userId, ...body }, `${who} is reported`);
      }),
    );
}

const complaint = (report: Command, name: string, argument: string): Command =>
  report
    .command(name)
    .argument(argument)
    .addOption(new Option('--category <category>').choices(categories).makeOptionMandatory())
    .option('--comment <text>', 'what those should know');

const bodyOf = ({ category, comment }: Complaint): Complaint => ({
  category,
  ...(comment === undefined ? {} : { comment }),
});
