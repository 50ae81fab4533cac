import { join } from 'node:path';
import { StartRefused } from '../../config/start-refused.js';
import { isProgram, programOn } from '../../process/program-on.js';

/** `mongod` is MongoDB's own server, `secantus` is SecantusDB (the same protocol and storage). */
export type EngineKind = 'mongod' | 'secantus';

/** A database server that can be started. */
export interface Engine {
  readonly kind: EngineKind;
  /** Path of the program. */
  readonly file: string;
}

/** Where an engine may be; a part of `Config`. */
export interface EnginePlaces {
  readonly mongod?: string | undefined;
  readonly searchPath: readonly string[];
  readonly cacheDir: string;
}

/** What the set-up (`tools/setup/engine-recipes.mjs`) puts into the cache, and looked for there. */
export const cachedEngines: readonly { readonly kind: EngineKind; readonly path: string }[] = [
  { kind: 'mongod', path: 'mongod-8.2.6/mongod' },
  { kind: 'secantus', path: 'secantusd-rs-0.5.3-beta.196/secantusd-rs' },
];

/**
 * The first of: the given `mongod`, one on the path, the cache of the set-up. Throws `StartRefused`
 * when there is none, or when the given one is no program.
 */
export function findEngine({ mongod, searchPath, cacheDir }: EnginePlaces): Engine {
  if (mongod !== undefined) {
    if (isProgram(mongod)) return { kind: 'mongod', file: mongod };
    throw new StartRefused(`PARLEY_MONGOD: ${mongod} is not a program that can be started`);
  }
  const onPath = programOn(searchPath, 'mongod');
  if (onPath) return { kind: 'mongod', file: onPath };
  for (const { kind, path } of cachedEngines) {
    const file = join(cacheDir, path);
    if (isProgram(file)) return { kind, file };
  }
  throw new StartRefused(noEngine(cacheDir));
}

const noEngine = (cacheDir: string): string =>
  [
    'There is no database. Three ways out:',
    '  1. run `npm start`, whose set-up downloads or builds an engine (needs the internet, or cargo,',
    `     a C++ compiler and a crates registry) into ${cacheDir};`,
    '  2. install MongoDB, so that `mongod` is on the PATH, or name it by PARLEY_MONGOD;',
    '  3. set MONGODB_URI to a replica set that runs already.',
  ].join('\n');
