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
 * Makes the collections be like this: created, validated, indexed. Idempotent, by many processes at
 * once; what is there is asked for no second time. Throws when an index has no name, or when its
 * name stands for another definition already.
 */
export async function ensureCollections(
  db: mongo.Db,
  shapes: readonly CollectionShape[],
): Promise<void> {
  const there = new Map<string, mongo.CollectionInfo>();
  for (const found of await db.listCollections().toArray()) there.set(found.name, found);
  for (const shape of shapes) {
    const found = there.get(shape.name) ?? (await createCollection(db, shape));
    if (found) await ensureValidator(db, shape, found);
    await ensureIndexes(db, shape, found !== undefined);
  }
}

/** Resolves with what is there already, where another process was faster. */
async function createCollection(
  db: mongo.Db,
  { name, validator, indexes }: CollectionShape,
): Promise<mongo.CollectionInfo | undefined> {
  // The first index makes the collection, too.
  if (!validator && indexes.length > 0) return undefined;
  try {
    await db.createCollection(name, validator && { validator });
    return undefined;
  } catch (error) {
    // Another process has created it since we looked.
    if ((error as { code?: unknown }).code !== namespaceExists) throw error;
    return { name };
  }
}

async function ensureValidator(
  db: mongo.Db,
  { name, validator }: CollectionShape,
  { options }: mongo.CollectionInfo,
): Promise<void> {
  if (!validator || isDeepStrictEqual(options?.['validator'], validator)) return;
  await db.command({ collMod: name, validator });
}

/** Those that are missing, by one reading of what is stored. */
async function ensureIndexes(
  db: mongo.Db,
  { name, indexes }: CollectionShape,
  isThere: boolean,
): Promise<void> {
  if (indexes.length === 0) return;
  const collection = db.collection(name);
  const existing = isThere ? await collection.indexes() : [];
  const missing = indexes.filter(([keys, options]) => !isIndexed(name, existing, keys, options));
  if (missing.length === 0) return;
  const descriptions = missing.map(([key, options]) => ({ ...options, key }));
  // The one thing that may take long: no time-out of ours must end it halfway.
  await collection.createIndexes(descriptions as mongo.IndexDescription[], { timeoutMS: 0 });
}

/** Part of what an index is; the rest (`background`, `v`) says how it is built. */
const parts = ['unique', 'sparse', 'expireAfterSeconds', 'partialFilterExpression'] as const;

function isIndexed(
  collection: string,
  existing: readonly Record<string, unknown>[],
  keys: Record<string, unknown>,
  declared: Record<string, unknown>,
): boolean {
  const name = declared['name'];
  if (typeof name !== 'string') {
    // A conflict is told by the index's name, which the engine would make up.
    throw new Error(`The index ${JSON.stringify(keys)} of ${collection} has no name`);
  }
  const found = existing.find((index) => index['name'] === name);
  if (!found) return false;
  const [was, is] = [definition(found['key'], found), definition(keys, declared)];
  if (isDeepStrictEqual(was, is)) return true;
  throw new Error(
    `The index ${name} of ${collection} is ${JSON.stringify(was)} in the database, and declared ` +
      `as ${JSON.stringify(is)}. Give the new one another name, and drop the old one by a migration.`,
  );
}

/** As lists, since the order of the keys matters, and `false` is the same as nothing. */
const definition = (keys: unknown, index: Record<string, unknown>): unknown[] => [
  Object.entries(keys as object),
  ...parts.flatMap((name) => (index[name] ? [[name, index[name]]] : [])),
];
