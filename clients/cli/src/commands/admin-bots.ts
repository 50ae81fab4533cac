import { openAsBlob } from 'node:fs';
import type { Command } from 'commander';
import { itemsOf } from '@parley/client';
import { running, type AddCommand, type CommandContext } from '../command-context.js';
import { given, listing, taken, type Listed } from '../lists.js';
import { accountIdOf } from '../whom.js';
import { accountColumns } from './admin-users.js';
import { tokenColumns, tokenOptions, type TokenOptions } from './tokens.js';

export const addBots: AddCommand = (admin, context) => {
  const bots = admin.command('bots').description('accounts of programs, and their tokens');
  listing(bots.command('list').description('list them, by username')).action(
    running<Listed, []>(context, async ({ options, parley, print }) => {
      const { api } = parley();
      const role = 'bot' as const;
      const all = itemsOf((page) => api.adminUsers.list({ query: { ...page, role } }));
      print.table(await taken(options, all), accountColumns);
    }),
  );
  bots
    .command('make')
    .description('make one; it speaks by a token only')
    .argument('<username>')
    .requiredOption('-n, --name <name>', 'as people read it')
    .action(
      running<{ name: string }, [string]>(context, async ({ options, parley, print }, username) => {
        const bot = await parley().api.bots.make({ body: { username, name: options.name } });
        print.say(bot, `${bot.username} is there, id ${bot.id}`);
      }),
    );
  addPicture(bots, context);
  addTokens(bots, context);
};

function addPicture(bots: Command, context: CommandContext): void {
  about(bots, 'picture')
    .argument('[file]', 'a JPEG, PNG, WebP or GIF; without: none any more')
    .description('give it a picture, or take its picture away')
    .action(
      running<object, [string, string?]>(context, async ({ parley, print }, bot, name) => {
        const { api } = parley();
        const path = { userId: await accountIdOf(api, bot) };
        if (name === undefined) await api.avatars.takeFromBot({ path });
        else await api.avatars.giveToBot({ path, body: { file: await openAsBlob(name) } });
        const words = name === undefined ? 'has no picture' : 'has another picture';
        print.say({ id: path.userId }, `${bot} ${words}`);
      }),
    );
}

function addTokens(bots: Command, context: CommandContext): void {
  const tokens = bots.command('tokens').description('the tokens of a bot');
  about(tokens, 'list')
    .description('list them, without what they say')
    .action(
      running<object, [string]>(context, async ({ parley, print }, bot) => {
        const { api } = parley();
        const userId = await accountIdOf(api, bot);
        print.table((await api.bots.listTokens({ path: { userId } })).items, tokenColumns);
      }),
    );
  tokenOptions(about(tokens, 'make').argument('<name>', 'what it is for'))
    .description('make one; what it says is shown this once')
    .action(
      running<TokenOptions, [string, string]>(
        context,
        async ({ options, parley, print }, bot, name) => {
          const { api } = parley();
          const userId = await accountIdOf(api, bot);
          const { scope: scopes, expires: expiresAt } = options;
          const body = { name, scopes, ...given({ expiresAt }) };
          const made = await api.bots.makeToken({ path: { userId }, body });
          print.say(made, made.token);
        },
      ),
    );
  about(tokens, 'revoke')
    .argument('<id>')
    .description('end one')
    .action(
      running<object, [string, string]>(context, async ({ parley, print }, bot, tokenId) => {
        const { api } = parley();
        const userId = await accountIdOf(api, bot);
        await api.bots.revokeToken({ path: { userId, tokenId } });
        print.say({ id: tokenId }, `${tokenId} is revoked`);
      }),
    );
}

const about = (tokens: Command, name: string): Command =>
  tokens.command(name).argument('<bot>', '@username or id');
