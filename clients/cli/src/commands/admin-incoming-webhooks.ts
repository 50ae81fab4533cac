import { Option, type Command } from 'commander';
import {
  itemsOf,
  type IncomingWebhook,
  type IncomingWebhookPatch,
  type IncomingWebhookWithPath,
} from '@parley/client';
import { running, type AddCommand, type CommandContext } from '../command-context.js';
import { given, listing, taken, type Listed } from '../lists.js';
import { keptChatIdOf } from './admin-chats.js';

const columns = {
  id: ({ id }: IncomingWebhook) => id,
  name: ({ name }: IncomingWebhook) => name,
  state: ({ state }: IncomingWebhook) => state,
  chat: ({ chatId }: IncomingWebhook) => chatId,
  used: ({ lastUsedAt }: IncomingWebhook) => lastUsedAt,
};

export const addIncomingWebhooks: AddCommand = (admin, context) => {
  const webhooks = admin
    .command('incoming-webhooks')
    .description('addresses by which programs write');
  listing(webhooks.command('list').description('list them')).action(
    running<Listed, []>(context, async ({ options, parley, print }) => {
      const { api } = parley();
      const all = itemsOf((query) => api.incomingWebhooks.list({ query }));
      print.table(await taken(options, all), columns);
    }),
  );
  about(webhooks, 'show')
    .description('show one')
    .action(
      running<object, [string]>(context, async ({ parley, print }, hookId) => {
        print.fields(await parley().api.incomingWebhooks.get({ path: { hookId } }));
      }),
    );
  addCreate(webhooks, context);
  addChange(webhooks, context);
  addEnds(webhooks, context);
};

function addCreate(webhooks: Command, context: CommandContext): void {
  webhooks
    .command('create')
    .argument('<name>')
    .argument('<chat>', 'where it writes: its id, or #slug of a channel')
    .option('--may-call-all', 'let @channel and @here call everybody')
    .description('make one; its address is shown this once')
    .action(
      running<{ readonly mayCallAll?: true }, [string, string]>(
        context,
        async ({ options, parley, print }, name, chat) => {
          const { api, url } = parley();
          const chatId = await keptChatIdOf(api, chat);
          const body = { name, chatId, ...given({ mayCallAll: options.mayCallAll }) };
          const made = await api.incomingWebhooks.create({ body });
          print.say(made, `${made.id} is there; programs post to ${addressOf(url, made)}`);
        },
      ),
    );
}

function addChange(webhooks: Command, context: CommandContext): void {
  about(webhooks, 'change')
    .description('rename one, pause it, or let it go on')
    .option('--name <name>', 'what its account is called')
    .addOption(new Option('--state <state>').choices(['active', 'paused']))
    .action(
      running<Pick<IncomingWebhookPatch, 'name' | 'state'>, [string]>(
        context,
        async ({ options: { name, state }, parley, print }, hookId) => {
          const body = given({ name, state });
          const changed = await parley().api.incomingWebhooks.change({ path: { hookId }, body });
          print.say(changed, `${changed.name} is ${changed.state}`);
        },
      ),
    );
}

function addEnds(webhooks: Command, context: CommandContext): void {
  about(webhooks, 'new-address')
    .description('end its address; another one is shown this once')
    .action(
      running<object, [string]>(context, async ({ parley, print }, hookId) => {
        const { api, url } = parley();
        const made = await api.incomingWebhooks.newSecret({ path: { hookId } });
        print.say(made, addressOf(url, made));
      }),
    );
  about(webhooks, 'remove')
    .description('let nobody write by it any more')
    .option('--reason <text>', 'why, for the audit log')
    .action(
      running<{ reason?: string }, [string]>(
        context,
        async ({ options: { reason }, parley, print }, hookId) => {
          await parley().api.incomingWebhooks.remove({
            path: { hookId },
            query: given({ reason }),
          });
          print.say({ id: hookId }, `${hookId} is removed`);
        },
      ),
    );
}

const about = (webhooks: Command, name: string): Command =>
  webhooks.command(name).argument('<id>', 'of the webhook');

const addressOf = (url: string, { path }: IncomingWebhookWithPath): string =>
  new URL(path, url).href;
