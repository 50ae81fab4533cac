import { Option, type Command } from 'commander';
import { itemsOf, type AdminChat, type AdminChatPatch, type Api, type User } from '@parley/client';
import { running, type AddCommand, type CommandContext, type Run } from '../command-context.js';
import { Failure } from '../failures.js';
import { given, listing, taken, type Listed } from '../lists.js';
import { accountIdOf } from '../whom.js';

const stateOf = ({ deletedAt, isArchived }: AdminChat) => {
  if (deletedAt !== undefined) return 'deleted';
  return isArchived ? 'archived' : 'active';
};

const columns = {
  id: ({ id }: AdminChat) => id,
  type: ({ type }: AdminChat) => type,
  name: ({ name }: AdminChat) => name,
  slug: ({ slug }: AdminChat) => slug && `#${slug}`,
  state: stateOf,
  members: ({ memberCount }: AdminChat) => memberCount,
  messages: ({ messageCount }: AdminChat) => messageCount,
};

const heirColumns = {
  id: ({ id }: User) => id,
  username: ({ username }: User) => username,
  name: ({ name }: User) => name,
};

interface HeirOptions extends Listed {
  readonly query?: string;
}

interface ListOptions extends Listed {
  readonly query?: string;
  readonly type?: 'group' | 'channel';
  readonly state?: 'active' | 'archived' | 'deleted';
}

interface WithReason {
  readonly reason?: string;
}

export const addAdminChats: AddCommand = (admin, context) => {
  const chats = admin.command('chats').description('the groups and channels of the workspace');
  addList(chats, context);
  about(chats, 'show')
    .description('show one')
    .action(
      running<object, [string]>(context, async ({ parley, print }, chat) => {
        const { api } = parley();
        const chatId = await keptChatIdOf(api, chat);
        print.fields(await api.adminChats.get({ path: { chatId } }));
      }),
    );
  addChange(chats, context, 'archive', 'let nobody write there any more', { isArchived: true });
  addChange(chats, context, 'restore', 'let people write there again', { isArchived: false });
  addHeirs(chats, context);
  addHandOver(chats, context);
  addDelete(chats, context);
};

function addList(chats: Command, context: CommandContext): void {
  listing(chats.command('list').description('list them, by name'))
    .option('-q, --query <text>', 'whose name or slug has a word that begins so')
    .addOption(new Option('--type <type>').choices(['group', 'channel']))
    .addOption(new Option('--state <state>').choices(['active', 'archived', 'deleted']))
    .action(
      running<ListOptions, []>(context, async ({ options, parley, print }) => {
        const { query: q, type, state } = options;
        const { api } = parley();
        const wanted = given({ q, type, state });
        const all = itemsOf((page) => api.adminChats.list({ query: { ...page, ...wanted } }));
        print.table(await taken(options, all), columns);
      }),
    );
}

function addChange(
  chats: Command,
  context: CommandContext,
  name: string,
  description: string,
  patch: AdminChatPatch,
): void {
  about(chats, name)
    .description(description)
    .option('--reason <text>', 'why, for the audit log')
    .action(running<WithReason, [string]>(context, (run, chat) => change(run, chat, patch)));
}

function addHeirs(chats: Command, context: CommandContext): void {
  listing(about(chats, 'heirs').description('list to whom one can be handed over'))
    .option('-q, --query <text>', 'whose name or username has a word that begins so')
    .action(
      running<HeirOptions, [string]>(context, async ({ options, parley, print }, chat) => {
        const { api } = parley();
        const path = { chatId: await keptChatIdOf(api, chat) };
        const wanted = given({ q: options.query });
        const all = itemsOf((page) =>
          api.adminChats.heirs({ path, query: { ...page, ...wanted } }),
        );
        print.table(await taken(options, all), heirColumns);
      }),
    );
}

function addHandOver(chats: Command, context: CommandContext): void {
  about(chats, 'hand-over')
    .argument('<who>', '@username or id of a member')
    .description('make somebody else its owner')
    .option('--reason <text>', 'why, for the audit log')
    .action(
      running<WithReason, [string, string]>(context, async (run, chat, who) => {
        const ownerId = await accountIdOf(run.parley().api, who);
        await change(run, chat, { ownerId });
      }),
    );
}

function addDelete(chats: Command, context: CommandContext): void {
  about(chats, 'delete')
    .description('delete one, with all that was said there')
    .option('--reason <text>', 'why, for the audit log')
    .action(
      running<WithReason, [string]>(context, async ({ options, parley, print }, chat) => {
        const { api } = parley();
        const chatId = await keptChatIdOf(api, chat);
        const query = given({ reason: options.reason });
        await api.adminChats.remove({ path: { chatId }, query });
        print.say({ id: chatId }, `${chat} is deleted`);
      }),
    );
}

const about = (chats: Command, name: string): Command =>
  chats.command(name).argument('<chat>', 'its id, or #slug of a channel');

async function change(run: Run<WithReason>, chat: string, patch: AdminChatPatch): Promise<void> {
  const { options, parley, print } = run;
  const { api } = parley();
  const chatId = await keptChatIdOf(api, chat);
  const body = { ...patch, ...given({ reason: options.reason }) };
  const kept = await api.adminChats.change({ path: { chatId }, body });
  print.say(kept, `${kept.name} is ${stateOf(kept)}, owner ${kept.ownerId ?? 'nobody'}`);
}

/** The id of any group or channel, also of one that one is not in. */
export async function keptChatIdOf(api: Api, name: string): Promise<string> {
  if (!name.startsWith('#')) return name;
  const q = name.slice(1);
  for await (const { slug, id } of itemsOf((page) =>
    api.adminChats.list({ query: { ...page, q } }),
  ))
    if (slug === q) return id;
  throw new Failure(`There is no channel ${name}`);
}
