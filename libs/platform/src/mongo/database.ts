import type { Connection, Model, Schema } from 'mongoose';
import type { Migration } from './migrations.js';

/** What is declared of a collection beyond its mongoose schema. */
export interface CollectionOptions {
  /** A `$jsonSchema` that the database itself enforces. Left out on the hot path: 6 % an insert. */
  readonly validator?: Record<string, unknown>;
}

/**
 * The database of a process. Repositories declare their collections and migrations in their
 * constructor; `open` connects, migrates and ensures what was declared. Every write is acknowledged
 * by a majority, from its journal; every read sees nothing less. Not in it: transactions and change
 * streams, on which nothing here may rely.
 *
 * Without its driver, so that a process that stores nothing loads none: see `MongoDatabase`.
 */
export abstract class Database {
  abstract readonly connection: Connection;

  /**
   * The collection `name` with this shape: fields that it does not have throw, on writes and in
   * queries. Declared once per process; its indexes have names.
   */
  abstract model<T>(name: string, schema: Schema<T>, options?: CollectionOptions): Model<T>;

  /** The collections declared so far. */
  abstract get collections(): readonly string[];

  /** A step that `open` runs, unless it was done. Throws when there is one with the same id. */
  abstract migration(step: Migration): void;

  /**
   * Connects, runs what migrations are due, then ensures collections, validators and indexes (in
   * this order: a migration makes room for a unique index). Throws when there is no answer within
   * 10 s, and when a declaration contradicts what is there.
   */
  abstract open(): Promise<void>;

  /**
   * Whether it answers within `timeoutMs` (default 1000) and takes writes; for health checks, so it
   * never throws.
   */
  abstract isHealthy(timeoutMs?: number): Promise<boolean>;

  /** Idempotent. */
  abstract close(): Promise<void>;
}
