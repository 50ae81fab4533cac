import { Command, CommanderError } from 'commander';
import { commands } from './commands/index.js';
import { ConfigFile } from './config-file.js';
import { exitCodes, toldOf } from './failures.js';
import type { Terminal } from './terminal.js';

/** Of the package; the build puts it in. */
declare const PARLEY_VERSION: string | undefined;

const after = `
Exit codes: 0 done, 1 refused or failed, 2 wrong usage, 3 nobody is signed in, 4 the server cannot be reached, 130 interrupted.
Environment: PARLEY_URL, PARLEY_TOKEN (a personal access token, instead of \`login\`), PARLEY_PASSWORD (for \`login\`).`;

/** Runs a command line (`args`: without the name of the program); resolves with its exit code. */
export async function runProgram(args: readonly string[], terminal: Terminal): Promise<number> {
  const isJson = args.includes('--json');
  try {
    await programIn(terminal).parseAsync([...args], { from: 'user' });
    return 0;
  } catch (error) {
    // Commander has said itself what it thinks of a command line; help and version are no errors.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : exitCodes.usage;
    const told = toldOf(error);
    if (!told) throw error;
    const { exitCode, ...rest } = told;
    const words = isJson ? JSON.stringify({ error: rest }) : `parley: ${told.message}`;
    terminal.err(`${words}\n`);
    return exitCode;
  }
}

function programIn(terminal: Terminal): Command {
  const program = new Command('parley')
    .description('Parley from a terminal: send, follow, administer.')
    .version(typeof PARLEY_VERSION === 'string' ? PARLEY_VERSION : 'unbuilt')
    .option('--url <url>', 'where the server is')
    .option('--json', 'say everything as JSON')
    .addHelpText('after', after);
  const context = { terminal, config: ConfigFile.in(terminal.env) };
  for (const add of commands) add(program, context);
  return configured(program, terminal);
}

/** Everywhere alike: commands take these settings from above only when they are made. */
function configured(command: Command, terminal: Terminal): Command {
  command
    .exitOverride()
    .showHelpAfterError('(--help says more)')
    .configureHelp({ showGlobalOptions: true })
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.err });
  for (const below of command.commands) configured(below, terminal);
  return command;
}
