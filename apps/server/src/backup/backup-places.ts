import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { isAbsolute, join, relative } from 'node:path';
import {
  adapters,
  configFrom,
  readEnvironment,
  StartRefused,
  type Config,
  type Database,
} from '@app/platform';
import { EmbeddedMongo } from '@app/platform/embedded-mongo';
import type { BackupFile, BackupSource } from './back-up.js';
import { checkBackup, restore, type BackupCount } from './restore.js';

/** Where the settings say that everything is. */
type Places = Pick<Config, 'mongodbUri' | 'dataDir' | 'files'> &
  Parameters<typeof EmbeddedMongo.start>[0];

/**
 * Does something with the workspace that the settings name. The embedded database may be serving
 * it meanwhile; else it is started for that long.
 */
export async function withSource<T>(
  act: (source: BackupSource) => Promise<T>,
  places: Places = configFrom(readEnvironment()),
): Promise<T> {
  const running = places.mongodbUri ?? (await runningIn(places.dataDir));
  if (running === undefined && !existsSync(join(places.dataDir, 'database'))) {
    throw new StartRefused(
      `There is no workspace in ${places.dataDir} (PARLEY_DATA_DIR, MONGODB_URI).`,
    );
  }
  if (running !== undefined) return withDatabase(running, (db) => act(sourceOf(db, places)));
  const embedded = await EmbeddedMongo.start(places);
  try {
    return await withDatabase(embedded.uri, (db) => act(sourceOf(db, places)));
  } finally {
    await embedded.close();
  }
}

/** Does something with the database of a workspace if it runs. False when it does not. */
export async function reachedDatabase(
  { mongodbUri, dataDir }: Pick<Places, 'mongodbUri' | 'dataDir'>,
  act: (database: Database) => Promise<void>,
): Promise<boolean> {
  const running = mongodbUri ?? (await runningIn(dataDir));
  if (running !== undefined) await withDatabase(running, act);
  return running !== undefined;
}

/**
 * Restores into the places that the settings name. An embedded database is made beside its place,
 * and put there when it is whole: a data directory is there with all of it, or not at all.
 */
export async function restoreFrom(
  backup: BackupFile,
  places: Places = configFrom(readEnvironment()),
): Promise<BackupCount> {
  const { mongodbUri, dataDir } = places;
  if (mongodbUri !== undefined)
    return withDatabase(mongodbUri, (db) => restore(sourceOf(db, places), backup));
  if (existsSync(dataDir) && readdirSync(dataDir).length > 0)
    throw new StartRefused(`${dataDir} is not empty: a backup is restored into an empty one only.`);
  // Before a database is started for nothing.
  await checkBackup(backup);
  const beside = `${dataDir}.restoring`;
  await rm(beside, { recursive: true, force: true });
  try {
    const count = await restoreBeside(backup, { ...places, dataDir: beside }, dataDir);
    await rename(beside, dataDir);
    return count;
  } catch (error) {
    // Whatever it was: half a workspace is none.
    await rm(beside, { recursive: true, force: true });
    throw error;
  }
}

async function restoreBeside(
  backup: BackupFile,
  places: Places,
  dataDir: string,
): Promise<BackupCount> {
  const inside = relative(dataDir, places.files.folder);
  const isInside = !inside.startsWith('..') && !isAbsolute(inside);
  const folder = isInside ? join(places.dataDir, inside) : places.files.folder;
  const files = { ...places.files, folder };
  const embedded = await EmbeddedMongo.start(places);
  try {
    return await withDatabase(embedded.uri, (db) =>
      restore(sourceOf(db, { ...places, files }), backup),
    );
  } finally {
    await embedded.close();
  }
}

function sourceOf(database: Database, { dataDir, files }: Places): BackupSource {
  return { database, dataDir, filesFolder: files.s3 ? undefined : files.folder };
}

async function withDatabase<T>(
  mongodbUri: string,
  act: (database: Database) => Promise<T>,
): Promise<T> {
  const ports = await adapters({ mongodbUri });
  try {
    await ports.database!.open();
    return await act(ports.database!);
  } finally {
    await ports.database!.close();
    await ports.close();
  }
}

/** The address of the embedded database of a server that runs. */
async function runningIn(dataDir: string): Promise<string | undefined> {
  const kept = EmbeddedMongo.keptIn(dataDir);
  if (!kept) return undefined;
  const socket = connect(kept.port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    return kept.uri;
  } catch {
    // Nobody listens there.
    return undefined;
  } finally {
    socket.destroy();
  }
}
