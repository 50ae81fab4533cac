import type { Command } from 'commander';
import { count } from './counts.js';

/** Of a command that lists something. */
export interface Listed {
  readonly limit: number;
  readonly all?: boolean;
}

/** Lets a command list so many, or all. */
export const listing = (command: Command, limit = 100): Command =>
  command
    .option('--limit <n>', 'at most so many', count, limit)
    .option('--all', 'all that there are, however many');

/** So much of what comes as is wanted. */
export async function taken<Item>(
  { limit, all }: Listed,
  items: AsyncIterable<Item>,
): Promise<Item[]> {
  const most = all ? Infinity : limit;
  const some: Item[] = [];
  if (most === 0) return some;
  for await (const item of items) if (some.push(item) >= most) break;
  return some;
}

/** Those that were given, of what an option may be left out of. */
export function given<Values extends object>(values: Values): Given<Values> {
  const present = Object.entries(values).filter(([, value]) => value !== undefined);
  return Object.fromEntries(present) as Given<Values>;
}

/** `exactOptionalPropertyTypes`: what is undefined is not there. */
export type Given<Values> = { [Name in keyof Values]?: Exclude<Values[Name], undefined> };
