// `npm run clients`: what of the clients follows from the documents of the API, into its place or
// into a folder.
import { resolve } from 'node:path';
import { generateTypeScript } from './generate-typescript.mjs';
import { generatedTypeScript } from './places.mjs';

const [folder] = process.argv.slice(2);
await generateTypeScript(folder ? resolve(folder) : generatedTypeScript);
