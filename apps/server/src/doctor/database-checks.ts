import type { Database } from '@app/platform';
import { checkOf, failed, ok, warning, type Check } from './finding.js';

/** Unique indexes on which it rests that nothing is doubled; of collections that there are. */
const vital: Readonly<Record<string, readonly string[]>> = {
  messages: ['chat_seq', 'chat_rev'],
  credentials: ['credentials_email', 'credentials_username'],
  users: ['user_username'],
  audit_entries: ['audit_position'],
};

/** Whether it takes writes as ours are: on most members, and in the journal. */
export function writeConcernCheck(database: Database): Check {
  const cure =
    'It has to be the primary of a replica set, of one member at least, with a journal (deploy/mongo).';
  return checkOf('database', cure, async () => {
    const db = database.connection.db!;
    const hello = await db.command({ hello: 1 });
    if (hello['isWritablePrimary'] !== true) return failed('database', 'It takes no writes.', cure);
    if (hello['setName'] === undefined)
      return failed('database', 'It is no replica set: a majority means nothing there.', cure);
    const writeConcern = { w: 'majority', journal: true, wtimeoutMS: 5000 } as const;
    const probes = db.collection('doctor');
    try {
      await probes.insertOne({}, { writeConcern });
    } finally {
      // Also where it was stored, and nobody has said in time that it was: where it is enough.
      await probes.drop({ writeConcern: { w: 1 } });
    }
    return ok('database', 'It stores on a majority, and in the journal.');
  });
}

/** Whether what must be there once can be there once only. */
export function indexCheck(database: Database): Check {
  const cure = 'Start the server once: it makes what is missing, or says what is in the way.';
  return checkOf('indexes', cure, async () => {
    const db = database.connection.db!;
    const there = await db.listCollections({}, { nameOnly: true }).toArray();
    const missing: string[] = [];
    for (const { name } of there) {
      const found = new Set((await db.collection(name).indexes()).map((index) => index.name));
      for (const wanted of vital[name] ?? [])
        if (!found.has(wanted)) missing.push(`${name}.${wanted}`);
    }
    if (missing.length > 0) return failed('indexes', `Missing: ${missing.join(', ')}`, cure);
    if (there.length === 0)
      return warning('indexes', 'The database is empty: nothing was started on it yet.', cure);
    return ok('indexes', 'Those that keep things single are there.');
  });
}

export async function databaseTime(database: Database): Promise<Date> {
  const { localTime } = await database.connection.db!.command({ hello: 1 });
  return localTime as Date;
}
