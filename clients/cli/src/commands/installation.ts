import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { running, type AddCommand, type Run } from '../command-context.js';
import { Failure } from '../failures.js';
import { Installation } from '../installation.js';

interface ArchiveOptions {
  readonly passphraseFile?: string;
  readonly in?: string;
}

export const addInstallation: AddCommand = (program, context) => {
  archive(program, 'backup')
    .description('write all of the workspace of this machine into one file, while it runs')
    .action(
      running<ArchiveOptions, [string]>(context, async (run, name) => {
        const { file, words } = await ran(run, 'backup', name);
        run.print.say({ file, sizeBytes: statSync(file).size }, words);
      }),
    );
  archive(program, 'restore')
    .description('bring a backup back into the empty place that the settings name')
    .action(
      running<ArchiveOptions, [string]>(context, async (run, name) => {
        const { file, words } = await ran(run, 'restore', name);
        run.print.say({ file }, words);
      }),
    );
};

const archive = (program: Command, name: string): Command =>
  program
    .command(name)
    .argument('<file>')
    .option('--passphrase-file <file>', 'what it is encrypted with')
    .option('--in <folder>', 'where the server is installed, by default here');

async function ran(
  { options, terminal }: Run<ArchiveOptions>,
  script: string,
  name: string,
): Promise<{ readonly file: string; readonly words: string }> {
  const { passphraseFile } = options;
  const file = resolve(terminal.folder, name);
  const secret = passphraseFile
    ? ['--passphrase-file', resolve(terminal.folder, passphraseFile)]
    : [];
  const installation = Installation.at(options.in ?? terminal.folder, script);
  const { exitCode, out, err } = await installation.run(script, [file, ...secret], terminal.env);
  if (exitCode !== 0) throw new Failure(err.trim() || out.trim());
  return { file, words: out.trim() };
}
