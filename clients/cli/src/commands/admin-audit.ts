import { open } from 'node:fs/promises';
import type { Command } from 'commander';
import { itemsOf, type AuditEntry } from '@parley/client';
import { running, type AddCommand, type CommandContext } from '../command-context.js';
import { count } from '../counts.js';
import { Failure } from '../failures.js';
import type { Terminal } from '../terminal.js';
import { upTo } from '../up-to.js';

const columns = {
  position: ({ position }: AuditEntry) => position,
  at: ({ at }: AuditEntry) => at,
  action: ({ action }: AuditEntry) => action,
  outcome: ({ outcome }: AuditEntry) => outcome,
  actor: ({ actor }: AuditEntry) => actor.id,
  target: ({ target }: AuditEntry) => target?.id,
  reason: ({ reason }: AuditEntry) => reason,
};

interface ListOptions {
  readonly actor?: string;
  readonly action?: string;
  readonly target?: string;
  readonly from?: string;
  readonly to?: string;
  readonly limit: number;
}

export const addAudit: AddCommand = (admin, context) => {
  const audit = admin.command('audit').description('the log of what was done');
  addList(audit, context);
  audit
    .command('verify')
    .description('look whether every entry is there as it was written; fails if one is not')
    .action(
      running<object, []>(context, async ({ parley, print }) => {
        const verdict = await parley().api.adminAudit.verify();
        const { isIntact, checked, fault } = verdict;
        print.say(verdict, `${checked} entries looked at${isIntact ? ', all intact' : ''}`);
        if (!isIntact) throw new Failure(`The log is not intact: ${JSON.stringify(fault)}`);
      }),
    );
  addExport(audit, context);
};

function addList(audit: Command, context: CommandContext): void {
  audit
    .command('list')
    .description('list entries, the newest first')
    .option('--actor <id>', 'of whom')
    .option('--action <name>', 'such as user.suspended')
    .option('--target <id>', 'about whom or what')
    .option('--from <time>', 'not before, as 2026-01-31T00:00:00Z')
    .option('--to <time>', 'not after')
    .option('--limit <n>', 'at most so many', count, 100)
    .action(
      running<ListOptions, []>(context, async ({ options, parley, print }) => {
        const { actor: actorId, action, target: targetId, from, to, limit } = options;
        const wanted = Object.entries({ actorId, action, targetId, from, to });
        const asked = Object.fromEntries(wanted.filter(([, value]) => value !== undefined));
        const { api } = parley();
        const all = itemsOf((page) => api.adminAudit.list({ query: { ...page, ...asked } }));
        print.table(await upTo(limit, all), columns);
      }),
    );
}

function addExport(audit: Command, context: CommandContext): void {
  audit
    .command('export')
    .description('write all entries, one JSON per line')
    .option('-o, --output <file>', 'into a file that is not there yet')
    .action(
      running<{ output?: string }, []>(context, async ({ options, parley, terminal, print }) => {
        const bytes = await parley().api.adminAudit.export({ parseAs: 'stream' });
        const chunks = bytes as unknown as AsyncIterable<Uint8Array>;
        const { output } = options;
        if (output === undefined) await write(chunks, terminal);
        else {
          const sizeBytes = await writeFile(chunks, output);
          print.say({ file: output, sizeBytes }, `${sizeBytes} bytes are in ${output}`);
        }
      }),
    );
}

async function write(chunks: AsyncIterable<Uint8Array>, terminal: Terminal): Promise<void> {
  const decoder = new TextDecoder();
  for await (const chunk of chunks) terminal.out(decoder.decode(chunk, { stream: true }));
}

/** Who did what is for nobody else's eyes. Resolves with how many bytes it is. */
async function writeFile(chunks: AsyncIterable<Uint8Array>, path: string): Promise<number> {
  const file = await open(path, 'wx', 0o600);
  try {
    for await (const chunk of chunks) await file.writeFile(chunk);
    return (await file.stat()).size;
  } finally {
    await file.close();
  }
}
