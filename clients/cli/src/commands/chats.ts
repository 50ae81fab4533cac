import { itemsOf, type Chat } from '@parley/client';
import { running, type AddCommand } from '../command-context.js';
import { count } from '../counts.js';
import { upTo } from '../up-to.js';
import { userIdOf } from '../whom.js';

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

export const addChats: AddCommand = (program, context) => {
  const chats = program.command('chats').description('the chats that one is in');
  chats
    .command('list')
    .description('list them, the last active first')
    .option('--limit <n>', 'at most so many', count, 100)
    .action(
      running<{ limit: number }, []>(context, async ({ options, parley, print }) => {
        const { api } = parley();
        const all = itemsOf((query) => api.chats.list({ query }));
        print.table(await upTo(options.limit, all), columns);
      }),
    );
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
};
