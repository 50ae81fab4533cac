import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseEnv } from 'node:util';

/** The folder of the repository. */
export const root = resolve(import.meta.dirname, '../..');

/** The variables of the process over those of `.env`, as the server reads them. */
export function readEnvironment(folder = root) {
  const file = join(folder, '.env');
  return { ...(existsSync(file) ? parseEnv(readFileSync(file, 'utf8')) : {}), ...process.env };
}

/** Where slow things are kept, for all clones of one user. */
export function cacheFolder(environment = readEnvironment()) {
  return join(environment.XDG_CACHE_HOME || join(homedir(), '.cache'), 'parley');
}

/**
 * The Node that everything after the dependencies runs on: the one of the lock. Throws, in words,
 * on a machine for which there is none and whose own is too old.
 */
export function lockedNode() {
  const locked = join(root, 'node_modules/.bin/node');
  if (existsSync(locked)) return locked;
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  throw new Error('This machine needs Node 24: the lock brings one for Linux on x64 only.');
}
