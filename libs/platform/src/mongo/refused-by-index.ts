import type { mongo } from 'mongoose';

const DUPLICATE_KEY = 11000;

/** Whether a write failed since another document has a key of this document already. */
export function isDuplicate(error: unknown): error is mongo.MongoServerError {
  // By its name: this file is loaded by processes that have no driver.
  return (
    error instanceof Error &&
    error.name === 'MongoServerError' &&
    (error as mongo.MongoServerError).code === DUPLICATE_KEY
  );
}

/** Whether nobody was before with this key: waits for the write, and throws what else it throws. */
export async function isFirst(write: PromiseLike<unknown>): Promise<boolean> {
  try {
    await write;
    return true;
  } catch (error) {
    // There is nothing to ask before: only the database can tell.
    if (isDuplicate(error)) return false;
    throw error;
  }
}

/** Whether all that was refused of a write of many is there already, as `isDuplicate`. */
export function areDuplicates(error: unknown): boolean {
  if (!(error instanceof Error) || error.name !== 'MongoBulkWriteError') return false;
  const { writeErrors } = error as mongo.MongoBulkWriteError;
  return [writeErrors].flat().every(({ code }) => code === DUPLICATE_KEY);
}

/**
 * Whether the unique index of this name refused a write. The name stands in the message only: not
 * every engine reports the index in a field of its own, hence every index of ours has a name.
 */
export function isRefusedBy(indexName: string, error: unknown): boolean {
  return isDuplicate(error) && new RegExp(`\\b${indexName}\\b`).test(error.message);
}
