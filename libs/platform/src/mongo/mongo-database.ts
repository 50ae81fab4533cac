import { createConnection, type Connection, type Model, type mongo, type Schema } from 'mongoose';
import { isTracing } from '../telemetry/tracing.js';
import { failWhatIsClosedUnderWrite, listenForSockets } from './closed-under-write.js';
import { traceCommands } from './command-spans.js';
import { Database, type CollectionOptions } from './database.js';
import { ensureCollections } from './ensure-collections.js';
import { migrate, type Migration } from './migrations.js';

/** Mongoose's number for it; the enum is a type only. */
const connected = 1;

/**
 * How long an answer may take, in ms. A connection that is dropped without a word (a firewall, a
 * pulled cable) would otherwise keep a write, and all that waits for it, for ever. Far above what
 * any query of ours takes, below what people wait for; what outlives it is settled by reading.
 */
const answerMs = 30_000;

interface Declared {
  readonly schema: Schema;
  readonly options: CollectionOptions;
}

/** The `Database` over mongoose: one connection pool. */
export class MongoDatabase extends Database {
  readonly connection: Connection;
  readonly #declared = new Map<string, Declared>();
  readonly #migrations: Migration[] = [];

  /** `answerMs`: after so long without an answer a command fails. Default 30,000. */
  constructor(
    private readonly uri: string,
    private readonly times: { readonly answerMs: number } = { answerMs },
  ) {
    super();
    this.connection = createConnection();
    // Nobody waits for a buffered command before `open`; after it, the driver's own time-outs hold.
    this.connection.set('bufferTimeoutMS', 10_000);
  }

  model<T>(name: string, schema: Schema<T>, options: CollectionOptions = {}): Model<T> {
    schema.set('collection', name);
    schema.set('strict', 'throw');
    schema.set('strictQuery', 'throw');
    schema.set('autoIndex', false);
    schema.set('autoCreate', false);
    this.#declared.set(name, { schema: schema as Schema, options });
    return this.connection.model<T>(name, schema);
  }

  get collections(): readonly string[] {
    return [...this.#declared.keys()];
  }

  migration(step: Migration): void {
    if (this.#migrations.some(({ id }) => id === step.id)) {
      throw new Error(`There are two migrations ${step.id}`);
    }
    this.#migrations.push(step);
  }

  async open(): Promise<void> {
    listenForSockets();
    await this.connection.openUri(this.uri, {
      serverSelectionTimeoutMS: 10_000,
      // How often an engine that went away is asked again when nobody wants anything; by default
      // for up to 10 s nobody would. A look costs an idle process some two milliseconds.
      heartbeatFrequencyMS: 2500,
      socketTimeoutMS: this.times.answerMs,
      maxPoolSize: 20,
      ...(isTracing() && { monitorCommands: true }),
      retryWrites: false,
      writeConcern: { w: 'majority', journal: true },
      readConcernLevel: 'majority',
    });
    failWhatIsClosedUnderWrite(this.connection.getClient());
    if (isTracing()) traceCommands(this.connection.getClient());
    await migrate(this.#db, this.#migrations);
    const shapes = [...this.#declared].map(([name, { schema, options }]) => {
      return { name, validator: options.validator, indexes: schema.indexes() };
    });
    await ensureCollections(this.#db, shapes);
  }

  async isHealthy(timeoutMs = 1000): Promise<boolean> {
    if ((this.connection.readyState as number) !== connected) return false;
    try {
      const { isWritablePrimary } = await this.#db.command(
        { hello: 1 },
        { signal: AbortSignal.timeout(timeoutMs) },
      );
      return isWritablePrimary === true;
    } catch {
      // Away, or too slow to be of use: both are what was asked.
      return false;
    }
  }

  async close(): Promise<void> {
    await this.connection.close();
  }

  get #db(): mongo.Db {
    return this.connection.db!;
  }
}
