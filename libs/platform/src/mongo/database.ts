import { createConnection, type Connection, type Model, type Schema } from 'mongoose';

/** What is declared of a collection beyond its mongoose schema. */
export interface CollectionOptions {
  /** A `$jsonSchema` that the database itself enforces. Left out on the hot path (6 % per insert). */
  readonly validator?: Record<string, unknown>;
}

interface Declared {
  readonly model: Model<never>;
  readonly options: CollectionOptions;
}

/**
 * The database of a process. Repositories declare their collections in their constructor; `open`
 * connects and ensures what was declared: collections, validators, named indexes.
 */
export class Database {
  readonly connection: Connection;
  readonly #declared = new Map<string, Declared>();

  constructor(private readonly uri: string) {
    this.connection = createConnection();
    // Nobody waits for a buffered command before `open`; after it, the driver's own time-outs hold.
    this.connection.set('bufferTimeoutMS', 10_000);
  }

  /** The collection `name` with this shape. Declared once per process. */
  model<T>(name: string, schema: Schema<T>, options: CollectionOptions = {}): Model<T> {
    schema.set('collection', name);
    schema.set('strict', 'throw');
    schema.set('strictQuery', 'throw');
    schema.set('autoIndex', false);
    schema.set('autoCreate', false);
    const model = this.connection.model<T>(name, schema);
    this.#declared.set(name, { model: model as unknown as Model<never>, options });
    return model;
  }

  /** Connects. Throws when there is no answer within 10 s. */
  async open(): Promise<void> {
    await this.connection.openUri(this.uri, {
      serverSelectionTimeoutMS: 10_000,
      maxPoolSize: 20,
      retryWrites: false,
      writeConcern: { w: 'majority', journal: true },
      readConcernLevel: 'majority',
    });
    for (const { model, options } of this.#declared.values()) await ensure(model, options);
  }

  /** Idempotent. */
  async close(): Promise<void> {
    await this.connection.close();
  }
}

async function ensure(model: Model<never>, { validator }: CollectionOptions): Promise<void> {
  const db = model.db.db!;
  const name = model.collection.collectionName;
  const exists = await db.listCollections({ name }).hasNext();
  if (!exists) await db.createCollection(name, validator ? { validator } : {});
  else if (validator) await db.command({ collMod: name, validator });
  await model.createIndexes();
}
