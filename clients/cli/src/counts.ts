import { InvalidArgumentError } from 'commander';

/** Reads an option that is a number, 0 or above. */
export function count(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('It has to be a number.');
  return Number(text);
}

/** Reads an option that is a time in seconds; -1: without an end. */
export function seconds(text: string): number {
  return text === '-1' ? -1 : count(text);
}
