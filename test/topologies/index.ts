import { hosted } from './hosted.js';

// No code of the product: a file of tests takes a second to load it.
export type { Deployment, Start } from './deployment.js';

export const embedded = hosted('embedded');
export const split = hosted('split');

const chosen = process.env['TOPOLOGY'];
const shapes = ['embedded', 'split'];
if (chosen !== undefined && !shapes.includes(chosen)) {
  throw new Error(`TOPOLOGY: there is no ${chosen}; there are embedded and split`);
}

/** Those of these that are chosen. */
export const chosenOf = <T>(all: Readonly<Record<string, T>>): [string, T][] =>
  Object.entries(all).filter(([name]) => chosen === undefined || name === chosen);

/**
 * `describe.each(topologies)`: a story that does not know which of them it runs in. With
 * `TOPOLOGY=split` in the environment it runs in that one only.
 */
export const topologies = chosenOf({ embedded, split });
