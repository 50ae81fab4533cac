import type { Command } from 'commander';
import type { Parley } from '@parley/client';
import type { ConfigFile } from './config-file.js';
import { Printer } from './printer.js';
import { sessionFor, urlFor, type GlobalOptions } from './session.js';
import type { Terminal } from './terminal.js';

/** What a command is made with. */
export interface CommandContext {
  readonly terminal: Terminal;
  readonly config: ConfigFile;
}

/** A file of `commands` exports one: it adds itself, with all below it, to the program. */
export type AddCommand = (program: Command, context: CommandContext) => void;

/** What an action has at hand when it is run. */
export interface Run<Options> extends CommandContext {
  readonly options: Options & GlobalOptions;
  readonly print: Printer;
  readonly url: string;
  /** Throws `Failure` where nobody is signed in. */
  readonly parley: () => Parley;
}

/**
 * The action of a command, from what it does with a run and with its arguments:
 * `command.argument('<id>').action(running(context, async ({ parley }, id) => …))`.
 */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- No types there.
export function running<Options extends object, Args extends readonly unknown[]>(
  context: CommandContext,
  act: (run: Run<Options>, ...args: Args) => Promise<void>,
): (this: Command, ...given: unknown[]) => Promise<void> {
  return async function (this: Command, ...given) {
    const { terminal, config } = context;
    const options = this.optsWithGlobals<Options & GlobalOptions>();
    const run: Run<Options> = {
      ...context,
      options,
      print: new Printer(terminal, options.json ?? false),
      url: urlFor(options, terminal.env, config),
      parley: () => sessionFor(options, terminal.env, config),
    };
    // Behind the arguments stand the options and the command.
    await act(run, ...(given.slice(0, -2) as unknown as Args));
  };
}
