import { embedded } from './embedded.js';
import { Split } from './split.js';
import type { Start } from './deployment.js';

export type { Deployment, Start } from './deployment.js';
export { serviceNames, Split, type ServiceName } from './split.js';

export const split: Start = (environment) => Split.start(environment);

/** `describe.each(topologies)`: a story that does not know which of them it runs in. */
export const topologies: readonly (readonly [name: string, start: Start])[] = [
  ['embedded', embedded],
  ['split', split],
];

export { embedded };
