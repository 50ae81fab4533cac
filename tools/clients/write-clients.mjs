// `npm run clients`: what of the clients follows from the documents of the API, into its place or
// into a folder.
import { join, resolve } from 'node:path';
import { python } from '../setup/python.mjs';
import { setUp } from '../setup/set-up.mjs';
import { generatePython } from './generate-python.mjs';
import { generateTypeScript } from './generate-typescript.mjs';
import { generatedPython, generatedTypeScript } from './places.mjs';

const [folder] = process.argv.slice(2);
await setUp([python]);
await generateTypeScript(folder ? join(resolve(folder), 'typescript') : generatedTypeScript);
await generatePython(folder ? join(resolve(folder), 'python') : generatedPython);
