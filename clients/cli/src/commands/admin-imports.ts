import { openAsBlob } from 'node:fs';
import { basename } from 'node:path';
import type { Command } from 'commander';
import type { Import } from '@parley/client';
import { running, type AddCommand, type CommandContext } from '../command-context.js';
import { given } from '../lists.js';

const columns = {
  id: ({ id }: Import) => id,
  at: ({ createdAt }: Import) => createdAt,
  source: ({ source }: Import) => source,
  trial: ({ isTrial }: Import) => (isTrial ? 'yes' : ''),
  state: ({ state }: Import) => state,
  chats: ({ counts }: Import) => counts.chats,
  messages: ({ counts }: Import) => counts.messages,
  file: ({ fileName }: Import) => fileName,
};

interface StartOptions {
  readonly trial?: boolean;
  readonly reason?: string;
}

type Source = 'slack' | 'mattermost';

export const addImports: AddCommand = (admin, context) => {
  const imports = admin
    .command('imports')
    .description('what was said in Slack or Mattermost, into chats of its own');
  imports
    .command('list')
    .description('list them, the newest first')
    .action(
      running<object, []>(context, async ({ parley, print }) => {
        print.table((await parley().api.adminImports.list()).items, columns);
      }),
    );
  imports
    .command('show')
    .argument('<id>')
    .description('how much has come in, and what was left out and why')
    .action(
      running<object, [string]>(context, async ({ parley, print }, importId) => {
        const found = await parley().api.adminImports.get({ path: { importId } });
        print.say(found, reportOf(found));
      }),
    );
  addStart(imports, context);
  addRemove(imports, context);
};

function addStart(imports: Command, context: CommandContext): void {
  imports
    .command('start')
    .argument('<source>', 'slack or mattermost')
    .argument('<file>', 'the ZIP of an export, or the JSONL of Mattermost')
    .description('upload it, and begin in the background; `show` tells what came of it')
    .option('--trial', 'write nothing, and say what would come in')
    .option('--reason <text>', 'why, for the audit log')
    .action(
      running<StartOptions, [string, string]>(context, async (run, source, name) => {
        const { options, parley, print } = run;
        const { api } = parley();
        // Into one's own notes, and not sent: nobody else sees it, and it is swept a day later.
        const { id: chatId } = await api.chats.create({ body: { type: 'direct' } });
        const file = new File([await openAsBlob(name)], basename(name));
        const { id: fileId } = await api.files.upload({ body: { chatId, file } });
        const isTrial = options.trial === true;
        const { reason } = options;
        const body = { source: source as Source, fileId, isTrial, ...given({ reason }) };
        const begun = await api.adminImports.start({ body });
        print.say(begun, `${begun.id} is under way`);
      }),
    );
}

function addRemove(imports: Command, context: CommandContext): void {
  imports
    .command('remove')
    .argument('<id>')
    .description('stop one that is under way, or take it off the list; what came in stays')
    .option('--reason <text>', 'why, for the audit log')
    .action(
      running<{ reason?: string }, [string]>(
        context,
        async ({ options: { reason }, parley, print }, importId) => {
          await parley().api.adminImports.remove({ path: { importId }, query: given({ reason }) });
          print.say({ id: importId }, `${importId} is stopped, or off the list`);
        },
      ),
    );
}

/** One line for each thing there is to be said. */
function reportOf({ state, isTrial, progress, counts, notes, refusal }: Import): string {
  const seen = progress ? `, ${progress.chats} of ${progress.ofChats} chats` : '';
  const place = [refusal?.file, refusal?.line].filter((part) => part !== undefined).join(':');
  return [
    `${isTrial ? 'trial' : 'import'}: ${state}${seen}`,
    ...Object.entries(counts).map(([what, count]) => `${what}: ${count}`),
    ...notes.map(({ reason, count, examples }) => `${reason}: ${count} (${examples.join('; ')})`),
    ...(refusal ? [`refused: ${refusal.reason}${place === '' ? '' : ` at ${place}`}`] : []),
  ].join('\n');
}
