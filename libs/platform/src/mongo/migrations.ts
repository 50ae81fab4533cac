import type { mongo } from 'mongoose';
import { MigrationLock } from './migration-lock.js';

/** A step that brings stored data into a new shape. Steps only go forward. */
export interface Migration {
  /** Unique, never reused, and the order of the steps: `2026-11-23-messages-digest`. */
  readonly id: string;
  /**
   * Does the step. Idempotent: what a killed process has left half done, the next one begins anew.
   * On an empty database it finds nothing to do.
   */
  readonly up: (db: mongo.Db) => Promise<void>;
}

/**
 * Runs the steps that are not done, in the order of their ids, each by one process. What is done
 * stands in the collection `migrations`.
 */
export async function migrate(db: mongo.Db, migrations: readonly Migration[]): Promise<void> {
  const steps = migrations.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  if ((await notDone(db, steps)).length === 0) return;
  await new MigrationLock(db).during(async () => {
    // Asked again under the lock: who had it before us may have done them.
    for (const { id, up } of await notDone(db, steps)) {
      await up(db);
      await records(db).insertOne({ _id: id, at: new Date() });
    }
  });
}

async function notDone(db: mongo.Db, steps: readonly Migration[]): Promise<Migration[]> {
  const ids = steps.map(({ id }) => id);
  const done = await records(db)
    .find({ _id: { $in: ids } })
    .toArray();
  const isDone = new Set(done.map(({ _id }) => _id));
  return steps.filter(({ id }) => !isDone.has(id));
}

const records = (db: mongo.Db): mongo.Collection<{ _id: string; at: Date }> =>
  db.collection('migrations');
