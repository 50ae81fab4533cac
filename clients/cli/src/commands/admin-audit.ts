import type { Command } from 'commander';
import { itemsOf, type AuditEntry } from '@parley/client';
import { running, type AddCommand, type CommandContext } from '../command-context.js';
import { Failure } from '../failures.js';
import { writeNewFile } from '../new-file.js';
import { given, listing, taken, type Listed } from '../lists.js';
import type { Terminal } from '../terminal.js';

const columns = {
  position: ({ position }: AuditEntry) => position,
  at: ({ at }: AuditEntry) => at,
  action: ({ action }: AuditEntry) => action,
  outcome: ({ outcome }: AuditEntry) => outcome,
  actor: ({ actor }: AuditEntry) => actor.id,
  target: ({ target }: AuditEntry) => target?.id,
  reason: ({ reason }: AuditEntry) => reason,
};

interface ListOptions extends Listed {
  readonly actor?: string;
  readonly action?: string;
  readonly target?: string;
  readonly from?: string;
  readonly to?: string;
}

export const addAudit: AddCommand = (admin, context) => {
  const audit = admin.command('audit').description('the log of what was done');
  addList(audit, context);
  audit
    .command('verify')
    .description('look whether every entry is there as it was written; fails if one is not')
    .action(
      running<object, []>(context, async ({ parley, print, terminal }) => {
        const verdict = await parley().api.adminAudit.verify({ signal: terminal.enough });
        const { isIntact, checked, fault } = verdict;
        print.say(verdict, `${checked} entries looked at${isIntact ? ', all intact' : ''}`);
        if (!isIntact) throw new Failure(`The log is not intact: ${JSON.stringify(fault)}`);
      }),
    );
  addExport(audit, context);
};

function addList(audit: Command, context: CommandContext): void {
  listing(audit.command('list').description('list entries, the newest first'))
    .option('--actor <id>', 'of whom')
    .option('--action <name>', 'such as user.suspended')
    .option('--target <id>', 'about whom or what')
    .option('--from <time>', 'not before, as 2026-01-31T00:00:00Z')
    .option('--to <time>', 'not after')
    .action(
      running<ListOptions, []>(context, async ({ options, parley, print }) => {
        const { actor: actorId, action, target: targetId, from, to } = options;
        const asked = given({ actorId, action, targetId, from, to });
        const { api } = parley();
        const all = itemsOf((page) => api.adminAudit.list({ query: { ...page, ...asked } }));
        print.table(await taken(options, all), columns);
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
        const signal = terminal.enough;
        const bytes = await parley().api.adminAudit.export({ parseAs: 'stream', signal });
        const chunks = bytes as unknown as AsyncIterable<Uint8Array>;
        const { output } = options;
        if (output === undefined) await write(chunks, terminal);
        else {
          const sizeBytes = await writeNewFile(chunks, output);
          print.say({ file: output, sizeBytes }, `${sizeBytes} bytes are in ${output}`);
        }
      }),
    );
}

async function write(chunks: AsyncIterable<Uint8Array>, terminal: Terminal): Promise<void> {
  const decoder = new TextDecoder();
  for await (const chunk of chunks) terminal.out(decoder.decode(chunk, { stream: true }));
}
