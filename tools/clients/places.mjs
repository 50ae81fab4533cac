import { join } from 'node:path';
import { root } from '../setup/places.mjs';

/** The TypeScript client, and the part of it that is generated. */
export const typescriptClient = join(root, 'clients/typescript');
export const generatedTypeScript = join(typescriptClient, 'src/generated');

/** The command line. */
export const commandLine = join(root, 'clients/cli');

/** The Python client, and the part of it that is generated. */
export const pythonClient = join(root, 'clients/python');
export const generatedPython = join(pythonClient, 'parley_client/generated');
