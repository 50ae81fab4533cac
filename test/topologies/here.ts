import { embedded } from './embedded.js';
import { chosenOf } from './index.js';
import { split } from './split.js';

export { serviceNames, Split, type ServiceName } from './split.js';

/** As `topologies`, for a story that looks into what it starts: in the process of the test. */
export const topologiesHere = chosenOf({ embedded, split });
