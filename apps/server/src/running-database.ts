import { once } from 'node:events';
import { connect } from 'node:net';
import { databaseAt, type Config, type Database } from '@app/platform';
import { EmbeddedMongo } from '@app/platform/embedded-mongo';

/** Where the database of a workspace is, if it runs. */
export type DatabasePlace = Pick<Config, 'mongodbUri' | 'dataDir'>;

/** Does something with the database of a workspace if it runs. False when it does not. */
export async function reachedDatabase(
  place: DatabasePlace,
  act: (database: Database) => Promise<void>,
): Promise<boolean> {
  const running = await runningDatabase(place);
  if (running !== undefined) await withDatabase(running, act);
  return running !== undefined;
}

/** Its address: that of the settings, or of the embedded one of a server that runs. */
export async function runningDatabase({
  mongodbUri,
  dataDir,
}: DatabasePlace): Promise<string | undefined> {
  if (mongodbUri !== undefined) return mongodbUri;
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

export async function withDatabase<T>(
  mongodbUri: string,
  act: (database: Database) => Promise<T>,
): Promise<T> {
  const database = await databaseAt(mongodbUri);
  try {
    await database.open();
    return await act(database);
  } finally {
    await database.close();
  }
}
