import type { Command } from 'commander';
import {
  itemsOf,
  type ChatRetention,
  type Parley,
  type RetentionPreview,
  type RetentionState,
} from '@parley/client';
import { running, type AddCommand, type CommandContext } from '../command-context.js';
import { count } from '../counts.js';
import { Failure, exitCodes } from '../failures.js';
import { given, listing, taken, type Listed } from '../lists.js';
import { below, drawn } from '../printer.js';

interface Asked {
  readonly days?: number;
  readonly chat?: string;
}

interface SetOptions extends Asked {
  readonly forever?: boolean;
  readonly inherit?: boolean;
  readonly ifVersion?: number;
  readonly reason?: string;
}

type Part = RetentionPreview['items'][number];

const chatColumns = {
  id: ({ chatId }: ChatRetention) => chatId,
  type: ({ type }: ChatRetention) => type,
  kept: keptFor,
  name: ({ name }: ChatRetention) => name,
};

const partColumns = {
  id: ({ chatId }: Part) => chatId,
  messages: ({ messages }: Part) => messages,
  files: ({ files }: Part) => files,
  bytes: ({ bytes }: Part) => bytes,
  name: ({ name }: Part) => name,
};

/** Of one chat instead of the workspace. */
const chatOption = ['--chat <id>', 'of this group or channel'] as const;

export const addRetention: AddCommand = (admin, context) => {
  const retention = admin.command('retention').description('for how long messages are kept');
  retention
    .command('show')
    .description('show for how long, and what came of the last purge')
    .option(...chatOption)
    .action(
      running<Asked, []>(context, async ({ options: { chat: chatId }, parley, print }) => {
        const { api } = parley();
        if (chatId === undefined) {
          const state = await api.adminRetention.get();
          print.report(state, ...wordsOf(state));
        } else {
          const of = await api.adminRetention.ofChat({ path: { chatId } });
          print.say(of, keptFor(of));
        }
      }),
    );
  listing(retention.command('list').description('list chats with a rule of their own')).action(
    running<Listed, []>(context, async ({ options, parley, print }) => {
      const { api } = parley();
      const all = itemsOf((query) => api.adminRetention.list({ query }));
      print.table(await taken(options, all), chatColumns);
    }),
  );
  addSet(retention, context);
  addPreview(retention, context);
  addPurge(retention, context);
};

function addSet(retention: Command, context: CommandContext): void {
  retention
    .command('set')
    .description('change it; what is older goes in the next night, for good')
    .option('--days <n>', 'so many days', count)
    .option('--forever', 'without an end')
    .option('--inherit', 'of a chat: as in the workspace')
    .option(...chatOption)
    .option('--if-version <n>', 'of the workspace: only where it is as it was seen', count)
    .option('--reason <text>', 'why, for the audit log')
    .action(
      running<SetOptions, []>(context, async ({ options, parley, print }) => {
        const { chat: chatId, ifVersion: version, reason } = options;
        const { api } = parley();
        const days = daysOf(options);
        if (chatId === undefined) {
          if (days === undefined) throw usage('--inherit is of a chat, see --help');
          const body = { days, ...given({ version, reason }) };
          const state = await api.adminRetention.change({ body });
          print.report(state, ...wordsOf(state));
          return;
        }
        const path = { chatId };
        const of =
          days === undefined
            ? await api.adminRetention.unset({ path, query: given({ reason }) })
            : await api.adminRetention.set({ path, body: { days, ...given({ reason }) } });
        print.say(of, keptFor(of));
      }),
    );
}

function addPreview(retention: Command, context: CommandContext): void {
  retention
    .command('preview')
    .description('say what would go, without setting anything')
    .option('--days <n>', 'if it were so many; else as it is set', count)
    .option(...chatOption)
    .action(
      running<Asked, []>(context, async ({ options, parley, print }) => {
        const { items, ...total } = await previewed(parley(), options);
        print.report({ ...total, items }, below(total), drawn(items, partColumns));
      }),
    );
}

function addPurge(retention: Command, context: CommandContext): void {
  retention
    .command('purge')
    .description('remove now what is too old, for good and in the background')
    .option('--reason <text>', 'why, for the audit log')
    .action(
      running<{ reason?: string }, []>(context, async ({ options, parley, print }) => {
        const body = given({ reason: options.reason });
        const run = await parley().api.adminRetention.purge({ body });
        print.say(run, 'It has begun: `retention show` tells what comes of it');
      }),
    );
}

/** All parts of it together; of chats those that lose most. */
async function previewed(
  { api }: Pick<Parley, 'api'>,
  { days, chat: chatId }: Asked,
): Promise<Omit<RetentionPreview, 'page'>> {
  const total = { messages: 0, files: 0, bytes: 0 };
  const chats = new Map<string, Part>();
  let cursor: string | undefined;
  do {
    const query = given({ days, chatId, cursor });
    const { items, page, ...part } = await api.adminRetention.preview({ query });
    add(total, part);
    for (const item of items) {
      const known = chats.get(item.chatId);
      if (known) add(known, item);
      else chats.set(item.chatId, { ...item });
    }
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  const items = [...chats.values()].sort((a, b) => b.bytes - a.bytes).slice(0, 20);
  return { ...total, items };
}

type Weight = Pick<Part, 'messages' | 'files' | 'bytes'>;

function add(to: Weight, { messages, files, bytes }: Weight): void {
  to.messages += messages;
  to.files += files;
  to.bytes += bytes;
}

/** Undefined: as in the workspace. */
function daysOf({ days, forever, inherit }: SetOptions): number | null | undefined {
  const given = [days !== undefined, forever, inherit].filter(Boolean);
  if (given.length !== 1) throw usage('Say one of --days, --forever and --inherit');
  return forever ? null : days;
}

const usage = (words: string) => new Failure(words, exitCodes.usage);

function keptFor({ days }: { readonly days?: number | null }): string {
  if (days === undefined) return 'as in the workspace';
  return days === null ? 'for ever' : `${days} days`;
}

function wordsOf({ days, version, lastRun }: RetentionState): string[] {
  const kept = below({ kept: keptFor({ days }), version });
  return lastRun ? [kept, below(lastRun)] : [kept];
}
