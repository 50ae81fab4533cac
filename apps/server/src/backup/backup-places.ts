import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { isAbsolute, join, relative } from 'node:path';
import {
  checkBackup,
  restore,
  type BackupCount,
  type BackupFile,
  type BackupSource,
} from '@app/backups';
import {
  configFrom,
  readEnvironment,
  StartRefused,
  type Config,
  type Database,
} from '@app/platform';
import { EmbeddedMongo } from '@app/platform/embedded-mongo';
import { runningDatabase, withDatabase } from '../running-database.js';

/** Where the settings say that everything is. */
type Places = Pick<Config, 'mongodbUri' | 'dataDir' | 'files'> &
  Parameters<typeof EmbeddedMongo.start>[0];

/** In a data directory: where a workspace is made that is not whole yet. */
const draft = 'restoring';

/** In a data directory without a workspace: the draft of one that was killed, and a new disk's. */
const nothing: readonly string[] = [draft, 'lost+found'];

/**
 * Does something with the workspace that the settings name. The embedded database may be serving
 * it meanwhile; else it is started for that long.
 */
export async function withSource<T>(
  act: (source: BackupSource) => Promise<T>,
  places: Places = configFrom(readEnvironment()),
): Promise<T> {
  const running = await runningDatabase(places);
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

/**
 * Restores into the places that the settings name. An embedded database is made in a draft, and put
 * in its place when it is whole. The draft is within the data directory, which may be all that we
 * may write to, and a mount point that nothing can be renamed over.
 */
export async function restoreFrom(
  backup: BackupFile,
  places: Places = configFrom(readEnvironment()),
): Promise<BackupCount> {
  const { mongodbUri, dataDir } = places;
  if (mongodbUri !== undefined)
    return withDatabase(mongodbUri, (db) => restore(sourceOf(db, places), backup));
  await mustBeEmpty(dataDir);
  // Before a database is started for nothing.
  await checkBackup(backup);
  const inside = join(dataDir, draft);
  await rm(inside, { recursive: true, force: true });
  await mkdir(inside, { recursive: true, mode: 0o700 });
  try {
    const count = await restoreInside(backup, { ...places, dataDir: inside }, dataDir);
    // A server may have been started on it meanwhile, whose keys would be replaced.
    await mustBeEmpty(dataDir);
    await moveOut(inside, dataDir);
    return count;
  } catch (error) {
    // Whatever it was: half a workspace is none.
    await rm(inside, { recursive: true, force: true });
    throw error;
  }
}

async function restoreInside(
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

/** The database comes last: a directory without it is no workspace, whatever else is there. */
async function moveOut(inside: string, dataDir: string): Promise<void> {
  const others = (await readdir(inside)).filter((name) => name !== 'database');
  for (const name of [...others, 'database']) await rename(join(inside, name), join(dataDir, name));
  await rm(inside, { recursive: true });
}

async function mustBeEmpty(dataDir: string): Promise<void> {
  if ((await namesIn(dataDir)).some((name) => !nothing.includes(name)))
    throw new StartRefused(`${dataDir} is not empty: a backup is restored into an empty one only.`);
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    // There is none, which is as good as an empty one.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

function sourceOf(database: Database, { dataDir, files }: Places): BackupSource {
  return { database, dataDir, filesFolder: files.s3 ? undefined : files.folder };
}
