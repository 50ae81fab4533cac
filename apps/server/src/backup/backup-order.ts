import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { BackupFile } from '@app/backups';
import { StartRefused } from '@app/platform';

/** What was asked for on the command line. Throws `StartRefused`, with how it is asked for. */
export async function orderFrom(args: readonly string[], command: string): Promise<BackupFile> {
  const usage = `Usage: npm run ${command} -- FILE [--passphrase-file FILE]`;
  const { file, secret } = read(args, usage);
  if (secret === undefined) return { file };
  const passphrase = (await readFile(secret, 'utf8')).trim();
  if (passphrase === '') throw new StartRefused(`${secret} is empty.`);
  return { file, passphrase };
}

function read(args: readonly string[], usage: string): { file: string; secret?: string } {
  const options = { 'passphrase-file': { type: 'string' } } as const;
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const [file, ...rest] = positionals;
    if (file === undefined || rest.length > 0) throw new StartRefused(usage);
    const secret = values['passphrase-file'];
    return { file: resolve(file), ...(secret !== undefined && { secret }) };
  } catch (error) {
    // An option that there is not, or one without its value.
    if (error instanceof StartRefused) throw error;
    throw new StartRefused(usage);
  }
}
