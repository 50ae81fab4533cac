import { isDeepStrictEqual } from 'node:util';
import type { mongo } from 'mongoose';

const namespaceExists = 48;

/** An index as a schema declares it: its keys and its options, of which the name is demanded. */
export type DeclaredIndex = readonly [Record<string, unknown>, Record<string, unknown>];

/** What a collection is to be like. */
export interface CollectionShape {
  readonly name: string;
  readonly validator?: Record<string, unknown> | undefined;
  readonly indexes: readonly DeclaredIndex[];
}

/**
 * Makes the collection be like this: created, validated, indexed. Idempotent, by many processes at
 * once. Throws when an index has no name, or when its name stands for another definition already.
 */
export async function ensureCollection(db: mongo.Db, shape: CollectionShape): Promise<void> {
  const { name, validator, indexes } = shape;
  await createCollection(db, name);
  if (validator) await db.command({ collMod: name, validator });
  const existing = await db.collection(name).indexes();
  for (const [keys, options] of indexes) {
    checkIndex(name, existing, keys, options);
    // The one thing that may take long: no time-out of ours must end it halfway.
    const patient = { timeoutMS: 0 };
    await db.collection(name).createIndex(keys as mongo.IndexSpecification, options, patient);
  }
}

async function createCollection(db: mongo.Db, name: string): Promise<void> {
  if (await db.listCollections({ name }, { nameOnly: true }).hasNext()) return;
  try {
    await db.createCollection(name);
  } catch (error) {
    // Another process has created it since we looked.
    if ((error as { code?: unknown }).code !== namespaceExists) throw error;
  }
}

/** Part of what an index is; the rest (`background`, `v`) says how it is built. */
const options = ['unique', 'sparse', 'expireAfterSeconds', 'partialFilterExpression'] as const;

function checkIndex(
  collection: string,
  existing: readonly Record<string, unknown>[],
  keys: Record<string, unknown>,
  declared: Record<string, unknown>,
): void {
  const name = declared['name'];
  if (typeof name !== 'string') {
    // A conflict is told by the index's name, which the engine would make up.
    throw new Error(`The index ${JSON.stringify(keys)} of ${collection} has no name`);
  }
  const found = existing.find((index) => index['name'] === name);
  if (!found) return;
  const [was, is] = [definition(found['key'], found), definition(keys, declared)];
  if (isDeepStrictEqual(was, is)) return;
  throw new Error(
    `The index ${name} of ${collection} is ${JSON.stringify(was)} in the database, and declared ` +
      `as ${JSON.stringify(is)}. Give the new one another name, and drop the old one by a migration.`,
  );
}

/** As lists, since the order of the keys matters, and `false` is the same as nothing. */
const definition = (keys: unknown, index: Record<string, unknown>): unknown[] => [
  Object.entries(keys as object),
  ...options.flatMap((name) => (index[name] ? [[name, index[name]]] : [])),
];
