import { InvalidArgumentError } from 'commander';

/** Reads an option that is a number, 0 or above. */
export function count(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('It has to be a number.');
  return Number(text);
}
