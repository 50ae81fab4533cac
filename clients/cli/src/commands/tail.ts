import type { Api, Message, Parley } from '@parley/client';
import { Live } from '@parley/client/realtime';
import { running, type AddCommand, type Run } from '../command-context.js';
import { count } from '../counts.js';
import { asText } from '../printer.js';
import { chatIdOf } from '../whom.js';

interface TailOptions {
  readonly lines: number;
  readonly follow: boolean;
}

export const addTail: AddCommand = (program, context) => {
  program
    .command('tail')
    .description('show the last messages of a chat, and those that come, until Ctrl-C')
    .argument('<chat>', 'its id, #slug of a channel, or @username')
    .option('-n, --lines <n>', 'so many of those that there are', count, 10)
    .option('--no-follow', 'end with the last one that there is')
    .action(
      running<TailOptions, [string]>(context, async (run, chat) => {
        const { options, parley } = run;
        const session = parley();
        const chatId = await chatIdOf(session.api, chat);
        const teller = new Teller(session.api, run.print);
        const last = await tellLast(session, chatId, options.lines, teller);
        if (options.follow) await follow(session, { chatId, last }, teller, run);
      }),
    );
};

interface Place {
  readonly rev: number;
  readonly seq: number;
}

/** Resolves with where the chat stood. */
async function tellLast({ api }: Parley, id: string, lines: number, to: Teller): Promise<Place> {
  const query = { limit: Math.min(100, Math.max(1, lines)) };
  const { items, page } = await api.messages.list({ path: { id }, query });
  for (const message of lines > 0 ? items : []) await to.tell('new_message', message);
  return { rev: page.headRev, seq: page.headSeq };
}

async function follow(
  parley: Parley,
  { chatId, last }: { chatId: string; last: Place },
  teller: Teller,
  { terminal }: Run<TailOptions>,
): Promise<void> {
  const live = await Live.connect(parley, { chatIds: [chatId], from: { [chatId]: last } });
  const stop = () => live.close();
  terminal.enough.addEventListener('abort', stop);
  if (terminal.enough.aborted) stop();
  try {
    for await (const { kind, message } of live.changes) await teller.tell(kind, message);
  } finally {
    terminal.enough.removeEventListener('abort', stop);
    live.close();
  }
}

/** Shows messages with the names of their senders, each of whom is asked for once. */
class Teller {
  private readonly names = new Map<string, string>();

  constructor(
    private readonly api: Api,
    private readonly print: Run<TailOptions>['print'],
  ) {}

  async tell(kind: string, message: Message): Promise<void> {
    const { seq, createdAt, senderId, text, deletedAt } = message;
    if (this.print.isJson) {
      this.print.line({ kind, message }, '');
      return;
    }
    const name = await this.nameOf(senderId);
    const mark = kind === 'message_edited' ? ' (edited)' : '';
    const said = deletedAt === undefined ? `${contentOf(message, text)}${mark}` : '(deleted)';
    this.print.line(message, `${createdAt}  #${seq}  ${name}: ${asText(said)}`);
  }

  private async nameOf(id: string): Promise<string> {
    const known = this.names.get(id);
    if (known !== undefined) return known;
    const { items } = await this.api.users.lookUp({ query: { ids: id } });
    const name = asText(items[0]?.username ?? id);
    this.names.set(id, name);
    return name;
  }
}

function contentOf({ system, files, kind }: Message, text: string): string {
  if (system) return `(${system.type.replaceAll('_', ' ')})`;
  const named = files?.map(({ name }) => `[${name}]`).join(' ');
  return [text, named].filter(Boolean).join(' ') || `(${kind})`;
}
