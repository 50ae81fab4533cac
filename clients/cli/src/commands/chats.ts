import type { Command } from 'commander';
import { itemsOf, type Chat, type ChatMember } from '@parley/client';
import { running, type AddCommand, type CommandContext } from '../command-context.js';
import { count } from '../counts.js';
import { given, listing, taken, type Listed } from '../lists.js';
import { chatIdOf, userIdOf } from '../whom.js';

const columns = {
  id: ({ id }: Chat) => id,
  type: ({ type }: Chat) => type,
  name: ({ name, peer }: Chat) => peer?.name ?? name,
  slug: ({ slug }: Chat) => slug && `#${slug}`,
  members: ({ memberCount }: Chat) => memberCount,
  unread: ({ unread }: Chat) => unread,
};

interface CreateOptions {
  readonly slug?: string;
  readonly private?: boolean;
  readonly member: readonly string[];
}

const memberColumns = {
  id: ({ user }: ChatMember) => user.id,
  username: ({ user }: ChatMember) => user.username,
  name: ({ user }: ChatMember) => user.name,
  role: ({ role }: ChatMember) => role,
};

export const addChats: AddCommand = (program, context) => {
  const chats = program.command('chats').description('the chats that one is in');
  listing(chats.command('list').description('list them, the last active first')).action(
    running<Listed, []>(context, async ({ options, parley, print }) => {
      const { api } = parley();
      const all = itemsOf((query) => api.chats.list({ query }));
      print.table(await taken(options, all), columns);
    }),
  );
  addDirectory(chats, context);
  addCreate(chats, context);
  about(chats, 'show')
    .description('show one')
    .action(
      running<object, [string]>(context, async ({ parley, print }, chat) => {
        const { api } = parley();
        const chatId = await chatIdOf(api, chat);
        print.fields(await api.chats.get({ path: { chatId } }));
      }),
    );
  addMembers(chats, context);
  addInvites(chats, context);
  addWaysInAndOut(chats, context);
};

function addDirectory(chats: Command, context: CommandContext): void {
  listing(chats.command('directory').description('list the channels that one may join'))
    .option('-q, --query <text>', 'whose name or slug has a word that begins so')
    .action(
      running<Listed & { query?: string }, []>(context, async ({ options, parley, print }) => {
        const { api } = parley();
        const wanted = given({ q: options.query });
        const all = itemsOf((page) => api.chats.directory({ query: { ...page, ...wanted } }));
        print.table(await taken(options, all), {
          id: ({ id }) => id,
          name: ({ name }) => name,
          slug: ({ slug }) => slug && `#${slug}`,
          members: ({ memberCount }) => memberCount,
        });
      }),
    );
}

function addCreate(chats: Command, context: CommandContext): void {
  chats
    .command('create')
    .description('make a group, or with --slug a channel')
    .argument('<name>')
    .option('--slug <slug>', 'by which a channel is known')
    .option('--private', 'a channel for those who are added')
    .option('--member <who...>', 'who is in it: @username or id', [])
    .action(
      running<CreateOptions, [string]>(context, async ({ options, parley, print }, name) => {
        const { api } = parley();
        const { slug } = options;
        const memberIds = await Promise.all(options.member.map((who) => userIdOf(api, who)));
        const visibility = options.private ? ('private' as const) : ('public' as const);
        const chat = await api.chats.create({
          body: slug
            ? { type: 'channel', name, slug, visibility, memberIds }
            : { type: 'group', name, memberIds },
        });
        print.say(chat, `${name} is there, id ${chat.id}`);
      }),
    );
}

function addMembers(chats: Command, context: CommandContext): void {
  listing(about(chats, 'members').description('list who is in one')).action(
    running<Listed, [string]>(context, async ({ options, parley, print }, chat) => {
      const { api } = parley();
      const chatId = await chatIdOf(api, chat);
      const all = itemsOf((query) => api.members.list({ path: { chatId }, query }));
      print.table(await taken(options, all), memberColumns);
    }),
  );
  about(chats, 'add')
    .argument('<who...>', '@username or id')
    .description('let people in')
    .action(
      running<object, [string, string[]]>(context, async ({ parley, print }, chat, who) => {
        const { api } = parley();
        const chatId = await chatIdOf(api, chat);
        const userIds = await Promise.all(who.map((one) => userIdOf(api, one)));
        await api.members.add({ path: { chatId }, body: { userIds } });
        print.say({ id: chatId, userIds }, `${who.join(', ')} is in`);
      }),
    );
  about(chats, 'remove')
    .argument('<who>', '@username or id')
    .description('put somebody out')
    .action(
      running<object, [string, string]>(context, async ({ parley, print }, chat, who) => {
        const { api } = parley();
        const chatId = await chatIdOf(api, chat);
        const userId = await userIdOf(api, who);
        await api.members.remove({ path: { chatId, userId } });
        print.say({ id: chatId, userId }, `${who} is out`);
      }),
    );
}

interface InviteOptions {
  readonly expiresIn?: number;
  readonly maxUses?: number;
}

function addInvites(chats: Command, context: CommandContext): void {
  about(chats, 'invite')
    .description('make a link by which people come in')
    .option('--expires-in <seconds>', 'how long it is good', count)
    .option('--max-uses <n>', 'how many may come by it', count)
    .action(
      running<InviteOptions, [string]>(context, async ({ options, parley, print, url }, chat) => {
        const { api } = parley();
        const chatId = await chatIdOf(api, chat);
        const { expiresIn, maxUses } = options;
        const body = given({ expiresIn, maxUses });
        const invite = await api.invites.create({ path: { chatId }, body });
        print.say(invite, `${url}/invite/${invite.code} (until ${invite.expiresAt})`);
      }),
    );
  chats
    .command('accept')
    .argument('<code>', 'of the link')
    .description('come in by a link')
    .action(
      running<object, [string]>(context, async ({ parley, print }, code) => {
        const chat = await parley().api.invites.accept({ path: { code } });
        print.say(chat, `You are in ${chat.name}, id ${chat.id}`);
      }),
    );
}

function addWaysInAndOut(chats: Command, context: CommandContext): void {
  chats
    .command('join')
    .argument('<id>', 'of a channel, see `chats directory`')
    .description('come into a public channel')
    .action(
      running<object, [string]>(context, async ({ parley, print }, chatId) => {
        await parley().api.members.join({ path: { chatId } });
        print.say({ id: chatId }, `You are in ${chatId}`);
      }),
    );
  about(chats, 'leave')
    .description('go out of one')
    .action(
      running<object, [string]>(context, async ({ parley, print }, chat) => {
        const { api } = parley();
        const chatId = await chatIdOf(api, chat);
        await api.members.leave({ path: { chatId } });
        print.say({ id: chatId }, `You have left ${chat}`);
      }),
    );
}

const about = (chats: Command, name: string): Command =>
  chats.command(name).argument('<chat>', 'its id, or #slug of a channel');
