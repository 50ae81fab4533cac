import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { ConnectionError, type Api, type DataExport, type ExportArchive } from '@parley/client';
import { running, type AddCommand, type Run } from '../command-context.js';
import { Failure } from '../failures.js';
import { pause } from '../pause.js';
import { writeNewFile } from '../new-file.js';

interface ExportOptions {
  readonly output: string;
  readonly wait: boolean;
  readonly last?: boolean;
}

export const addExport: AddCommand = (program, context) => {
  program
    .command('export')
    .description('fetch all that is kept of you, as a ZIP with a SHA-256 of each file in it')
    .option('-o, --output <file>', 'into a file that is not there yet', 'parley-export.zip')
    .option('--no-wait', 'order it, and fetch it another time by --last')
    .option('--last', 'fetch the one that was ordered before')
    .action(
      running<ExportOptions, []>(context, async (run) => {
        const { options, parley, print, terminal } = run;
        const { api } = parley();
        // While one is being made, to order is to ask for that.
        const begun = options.last ? await lastOf(api) : await api.exports.order();
        if (!options.wait) {
          print.say(begun, 'It is being made: fetch it by `parley export --last`');
          return;
        }
        await fetchInto(run, await ready(api, begun, terminal.enough), options.output);
      }),
    );
};

async function lastOf(api: Api): Promise<DataExport> {
  const [last] = (await api.exports.list()).items;
  if (!last) throw new Failure('None was ordered, or it was removed: leave out --last');
  return last;
}

async function ready(api: Api, begun: DataExport, enough: AbortSignal): Promise<ExportArchive> {
  for (let waitMs = 250; ; waitMs = Math.min(waitMs * 2, 5000)) {
    const { items } = await api.exports.list();
    const found = items.find(({ id }) => id === begun.id);
    if (found?.archive) return found.archive;
    if (found?.state !== 'pending') throw new Failure('It could not be made: order another one');
    await pause(waitMs, enough);
    if (enough.aborted) throw new Failure('It is being made yet: fetch it by --last');
  }
}

/** What came is what was made, or the file is not there. */
async function fetchInto(
  { url, print, terminal }: Run<ExportOptions>,
  { url: path, sha256, size, leftOut }: ExportArchive,
  file: string,
): Promise<void> {
  const hash = createHash('sha256');
  const sizeBytes = await writeNewFile(
    seen(await bytesAt(new URL(path, url), terminal.enough), hash),
    file,
  );
  if (sizeBytes !== size || hash.digest('hex') !== sha256) {
    await rm(file);
    throw new Failure('What came is not what was made; ask again');
  }
  const lacks = leftOut === 0 ? '' : `; ${leftOut} files had no room in it, and are listed there`;
  const words = `${sizeBytes} bytes are in ${file}, SHA-256 ${sha256}${lacks}`;
  print.say({ file, sizeBytes, sha256, leftOut }, words);
}

/** Signed links ask for no token; they may lead to where the bytes are kept. */
async function bytesAt(url: URL, enough: AbortSignal): Promise<AsyncIterable<Uint8Array>> {
  const response = await fetch(url, { signal: enough }).catch((cause: unknown) => {
    enough.throwIfAborted();
    throw new ConnectionError('The archive cannot be reached', { cause });
  });
  if (!response.ok || !response.body) throw new Failure(`The archive is gone (${response.status})`);
  return response.body;
}

async function* seen(
  chunks: AsyncIterable<Uint8Array>,
  hash: ReturnType<typeof createHash>,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    hash.update(chunk);
    yield chunk;
  }
}
