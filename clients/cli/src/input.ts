import { text } from 'node:stream/consumers';
import { Failure, exitCodes } from './failures.js';
import type { Terminal } from './terminal.js';

/** What is piped in, without the end of its last line. */
export async function piped({ input }: Pick<Terminal, 'input'>): Promise<string> {
  if (input.isTTY) throw new Failure('There is nothing to read', exitCodes.usage);
  return (await text(input)).replace(/\r?\n$/, '');
}

/** From the environment, or piped in, or typed. */
export async function password(terminal: Terminal, isPiped: boolean): Promise<string> {
  const { PARLEY_PASSWORD } = terminal.env;
  if (isPiped) return piped(terminal);
  return PARLEY_PASSWORD ?? (await terminal.askSecretly('Password: '));
}
