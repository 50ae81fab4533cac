import type { Command } from 'commander';
import { itemsOf, type User } from '@parley/client';
import { running, type AddCommand, type CommandContext } from '../command-context.js';
import { listing, taken, type Listed } from '../lists.js';
import { blockedIdOf, userIdOf } from '../whom.js';

const columns = {
  id: ({ id }: User) => id,
  username: ({ username }: User) => username,
  name: ({ name }: User) => name,
  role: ({ role }: User) => role,
  status: ({ status }: User) => status,
};

export const addPeople: AddCommand = (program, context) => {
  const users = program.command('users').description('other people');
  listing(users.command('find').description('find them by the beginning of a name'))
    .argument('[text]')
    .action(
      running<Listed, [string | undefined]>(context, async ({ options, parley, print }, q = '') => {
        const { api } = parley();
        const all = itemsOf((page) => api.users.search({ query: { ...page, q } }));
        print.table(await taken(options, all), columns);
      }),
    );
  users
    .command('show')
    .argument('<who>', '@username or id')
    .description('show one')
    .action(
      running<object, [string]>(context, async ({ parley, print }, who) => {
        const { api } = parley();
        const userId = await userIdOf(api, who);
        print.fields(await api.users.get({ path: { userId } }));
      }),
    );
  addBlocks(users, context);
};

function addBlocks(users: Command, context: CommandContext): void {
  users
    .command('blocked')
    .description('list those of whom one hears nothing')
    .action(
      running<object, []>(context, async ({ parley, print }) => {
        print.table((await parley().api.users.blocked()).items, columns);
      }),
    );
  users
    .command('block')
    .argument('<who>', '@username or id')
    .description('hear nothing of somebody, who does not find one any more')
    .action(
      running<object, [string]>(context, async ({ parley, print }, who) => {
        const { api } = parley();
        const userId = await userIdOf(api, who);
        await api.users.block({ path: { userId } });
        print.say({ id: userId }, `${who} is blocked`);
      }),
    );
  users
    .command('unblock')
    .argument('<who>', '@username or id')
    .description('hear of somebody again')
    .action(
      running<object, [string]>(context, async ({ parley, print }, who) => {
        const { api } = parley();
        const userId = await blockedIdOf(api, who);
        await api.users.unblock({ path: { userId } });
        print.say({ id: userId }, `${who} is not blocked any more`);
      }),
    );
}
