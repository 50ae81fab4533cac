import { Option, type Command } from 'commander';
import {
  itemsOf,
  type Api,
  type NewWebhook,
  type Webhook,
  type WebhookDelivery,
  type WebhookPatch,
} from '@parley/client';
import { running, type AddCommand, type CommandContext } from '../command-context.js';
import { given, listing, taken, type Listed } from '../lists.js';
import { keptChatIdOf } from './admin-chats.js';

const events = ['message.created', 'message.updated', 'message.deleted'] as const;

const columns = {
  id: ({ id }: Webhook) => id,
  name: ({ name }: Webhook) => name,
  state: ({ state }: Webhook) => state,
  url: ({ url }: Webhook) => url,
  chats: ({ chatIds }: Webhook) => chatIds.length,
  error: ({ lastError }: Webhook) => lastError,
};

const deliveryColumns = {
  id: ({ id }: WebhookDelivery) => id,
  at: ({ at }: WebhookDelivery) => at,
  type: ({ type }: WebhookDelivery) => type,
  state: ({ state }: WebhookDelivery) => state,
  attempts: ({ attempts }: WebhookDelivery) => attempts,
  status: ({ status }: WebhookDelivery) => status,
  error: ({ error }: WebhookDelivery) => error,
};

interface Traits {
  readonly name?: string;
  readonly url?: string;
  readonly chat?: readonly string[];
  readonly event?: NewWebhook['events'];
}

export const addWebhooks: AddCommand = (admin, context) => {
  const webhooks = admin.command('webhooks').description('what is said, posted to addresses');
  listing(webhooks.command('list').description('list them')).action(
    running<Listed, []>(context, async ({ options, parley, print }) => {
      const { api } = parley();
      const all = itemsOf((query) => api.webhooks.list({ query }));
      print.table(await taken(options, all), columns);
    }),
  );
  about(webhooks, 'show')
    .description('show one')
    .action(
      running<object, [string]>(context, async ({ parley, print }, webhookId) => {
        print.fields(await parley().api.webhooks.get({ path: { webhookId } }));
      }),
    );
  addCreate(webhooks, context);
  addChange(webhooks, context);
  addRemove(webhooks, context);
  addSecret(webhooks, context);
  addDeliveries(webhooks, context);
};

const traits = (command: Command): Command =>
  command
    .option('--chat <chat...>', 'whose messages: its id, or #slug of a channel')
    .addOption(new Option('--event <event...>', 'of which events').choices(events));

function addCreate(webhooks: Command, context: CommandContext): void {
  traits(webhooks.command('create').argument('<name>').argument('<url>'))
    .description('make one; its secret is shown this once')
    .action(
      running<Traits, [string, string]>(context, async ({ options, parley, print }, name, url) => {
        const { api } = parley();
        const chatIds = (await chatIdsOf(api, options.chat)) ?? [];
        const body = { name, url, chatIds, ...given({ events: options.event }) };
        const made = await api.webhooks.create({ body });
        print.say(made, `${made.id} is there; its secret is ${made.secret}`);
      }),
    );
}

function addChange(webhooks: Command, context: CommandContext): void {
  const state = new Option('--state <state>').choices(['active', 'paused']);
  traits(about(webhooks, 'change'))
    .description('change one, pause it, or let it go on')
    .option('--name <name>', 'what it is for')
    .option('--url <url>', 'where it posts to')
    .addOption(state)
    .action(
      running<Traits & Pick<WebhookPatch, 'state'>, [string]>(
        context,
        async ({ options, parley, print }, webhookId) => {
          const { api } = parley();
          const { name, url, state, event } = options;
          const chatIds = await chatIdsOf(api, options.chat);
          const body = given({ name, url, state, chatIds, events: event });
          const changed = await api.webhooks.change({ path: { webhookId }, body });
          print.say(changed, `${changed.name} is ${changed.state}`);
        },
      ),
    );
}

function addRemove(webhooks: Command, context: CommandContext): void {
  about(webhooks, 'remove')
    .description('post nothing there any more')
    .option('--reason <text>', 'why, for the audit log')
    .action(
      running<{ reason?: string }, [string]>(
        context,
        async ({ options: { reason }, parley, print }, webhookId) => {
          await parley().api.webhooks.remove({ path: { webhookId }, query: given({ reason }) });
          print.say({ id: webhookId }, `${webhookId} is removed`);
        },
      ),
    );
}

function addSecret(webhooks: Command, context: CommandContext): void {
  about(webhooks, 'new-secret')
    .description('sign with another secret; it is shown this once')
    .action(
      running<object, [string]>(context, async ({ parley, print }, webhookId) => {
        const made = await parley().api.webhooks.newSecret({ path: { webhookId } });
        print.say(made, made.secret);
      }),
    );
  about(webhooks, 'ping')
    .description('post something to try it')
    .action(
      running<object, [string]>(context, async ({ parley, print }, webhookId) => {
        const delivery = await parley().api.webhooks.ping({ path: { webhookId } });
        print.say(delivery, `${delivery.id} is ${delivery.state}`);
      }),
    );
}

interface DeliveryOptions extends Listed {
  readonly state?: WebhookDelivery['state'];
}

function addDeliveries(webhooks: Command, context: CommandContext): void {
  listing(about(webhooks, 'deliveries').description('what was posted, or waits, the newest first'))
    .addOption(new Option('--state <state>').choices(['waiting', 'delivered', 'dead']))
    .action(
      running<DeliveryOptions, [string]>(context, async ({ options, parley, print }, webhookId) => {
        const { api } = parley();
        const path = { webhookId };
        const wanted = given({ state: options.state });
        const all = itemsOf((page) =>
          api.webhooks.deliveries({ path, query: { ...page, ...wanted } }),
        );
        print.table(await taken(options, all), deliveryColumns);
      }),
    );
  about(webhooks, 'replay')
    .argument('<delivery>', 'its id')
    .description('post one again')
    .action(
      running<object, [string, string]>(
        context,
        async ({ parley, print }, webhookId, deliveryId) => {
          const path = { webhookId, deliveryId };
          const delivery = await parley().api.webhooks.replay({ path });
          print.say(delivery, `${delivery.id} is ${delivery.state}`);
        },
      ),
    );
}

const about = (webhooks: Command, name: string): Command =>
  webhooks.command(name).argument('<id>', 'of the webhook');

const chatIdsOf = async (
  api: Api,
  chats: readonly string[] | undefined,
): Promise<string[] | undefined> =>
  chats && Promise.all(chats.map((chat) => keptChatIdOf(api, chat)));
