import { embedded } from './embedded.js';
import { Split } from './split.js';
import type { Start } from './deployment.js';

export type { Deployment, Start } from './deployment.js';
export { serviceNames, Split, type ServiceName } from './split.js';

export const split: Start = (environment) => Split.start(environment);

const all = [
  ['embedded', embedded],
  ['split', split],
] as const satisfies readonly (readonly [name: string, start: Start])[];

const chosen = process.env['TOPOLOGY'];
if (chosen !== undefined && !all.some(([name]) => name === chosen)) {
  throw new Error(`TOPOLOGY: there is no ${chosen}; there are embedded and split`);
}

/**
 * `describe.each(topologies)`: a story that does not know which of them it runs in. With
 * `TOPOLOGY=split` in the environment it runs in that one only.
 */
export const topologies = all.filter(([name]) => chosen === undefined || name === chosen);

export { embedded };
