import { embedded as embeddedHere } from './embedded.js';
import { hosted } from './hosted.js';
import { split as splitHere } from './split.js';
import type { Start } from './deployment.js';

export type { Deployment, Start } from './deployment.js';
export { serviceNames, Split, type ServiceName } from './split.js';

export const embedded = hosted('embedded');
export const split = hosted('split');

const chosen = process.env['TOPOLOGY'];
const shapes = ['embedded', 'split'];
if (chosen !== undefined && !shapes.includes(chosen)) {
  throw new Error(`TOPOLOGY: there is no ${chosen}; there are embedded and split`);
}

const those = (all: Record<string, Start>) =>
  Object.entries(all).filter(([name]) => chosen === undefined || name === chosen);

/**
 * `describe.each(topologies)`: a story that does not know which of them it runs in. With
 * `TOPOLOGY=split` in the environment it runs in that one only.
 */
export const topologies = those({ embedded, split });

/** The same for a story that looks into what it starts: in the process of the test. */
export const topologiesHere = those({ embedded: embeddedHere, split: splitHere });
