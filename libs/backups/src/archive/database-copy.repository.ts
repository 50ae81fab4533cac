import type { Database } from '@app/platform';
import { mongo } from 'mongoose';
import { namesOf, type Part } from './backup-parts.js';
import type { BackupRecord } from './backup-records.js';
import { batchesOf, mostDocuments } from './document-batches.js';
import { LogLedger, type PlacedSlot } from './log-ledger.js';

/** Looks at a log that is written to all the time, until one is given up. */
const mostLooks = 1000;

/** Reads a database that others write to, into a copy that is as one that has crashed. */
export class DatabaseCopy {
  constructor(private readonly database: Database) {}

  /**
   * All that was acknowledged before. Of each chat the log is without a hole: slots and changes are
   * read until none is missing between the first and the last that was seen.
   */
  async *read(): AsyncGenerator<BackupRecord> {
    const names = await this.#names();
    const chatIds: string[] = [];
    const those = (part: Part) => namesOf(part, names);
    for (const name of [...those('first'), ...those('between')])
      yield* this.#collection(name, name === 'chats' ? chatIds : undefined);
    yield { kind: 'collection', name: 'messages' };
    for (const chatId of chatIds) yield* this.#log(chatId);
    for (const name of those('last')) yield* this.#collection(name);
  }

  async #names(): Promise<string[]> {
    const all = await this.#db.listCollections({}, { nameOnly: true }).toArray();
    return all.map(({ name }) => name);
  }

  async *#collection(name: string, ids?: string[]): AsyncGenerator<BackupRecord> {
    yield { kind: 'collection', name };
    const cursor = this.#db.collection(name).find({}, { raw: true, batchSize: mostDocuments });
    for await (const documents of batchesOf(rawOf(cursor))) {
      if (ids) for (const one of documents) ids.push(String(mongo.BSON.deserialize(one)['_id']));
      yield { kind: 'documents', bytes: Buffer.concat(documents) };
    }
  }

  async *#log(chatId: string): AsyncGenerator<BackupRecord> {
    const ledger = new LogLedger();
    for (let from = 1, isAll = false; !isAll; from += mostDocuments) {
      const filter = { chatId, seq: { $gte: from, $lt: from + mostDocuments } };
      const read = yield* this.#slots('documents', filter, ledger);
      isAll = read < mostDocuments;
    }
    for (let look = 0; !ledger.isWhole; look++) {
      if (look === mostLooks) throw new Error(`The log of ${chatId} does not come to rest`);
      const seqs = ledger.seqs.missing(mostDocuments);
      const revs = ledger.revs.missing(mostDocuments);
      const wanted = seqs.length > 0 ? { seq: { $in: seqs } } : { revs: { $in: revs } };
      yield* this.#slots('newer', { chatId, ...wanted }, ledger);
    }
  }

  /** Returns how many there were. */
  async *#slots(
    kind: 'documents' | 'newer',
    filter: mongo.Filter<mongo.Document>,
    ledger: LogLedger,
  ): AsyncGenerator<BackupRecord, number> {
    let read = 0;
    const cursor = this.#db.collection('messages').find(filter, { raw: true });
    for await (const slots of batchesOf(rawOf(cursor))) {
      for (const slot of slots) ledger.add(mongo.BSON.deserialize(slot) as unknown as PlacedSlot);
      read += slots.length;
      yield { kind, bytes: Buffer.concat(slots) };
    }
    return read;
  }

  get #db(): mongo.Db {
    return this.database.connection.db!;
  }
}

/** With `raw` documents come as their bytes, of which the type of a cursor knows nothing. */
function rawOf(cursor: AsyncIterable<unknown>): AsyncIterable<Buffer> {
  return cursor as AsyncIterable<Buffer>;
}

/** Writes such a copy into a database that is empty. */
export class DatabasePaste {
  constructor(private readonly database: Database) {}

  /** Whether there is no document. Who looks may have made a collection for that. */
  async isEmpty(): Promise<boolean> {
    for (const { name } of await this.#db.listCollections({}, { nameOnly: true }).toArray())
      if (await this.#db.collection(name).findOne()) return false;
    return true;
  }

  /** One at least. */
  async documents(name: string, documents: readonly StoredDocument[]): Promise<void> {
    await this.#db.collection(name).insertMany([...documents], acknowledged);
  }

  /** One at least. */
  async newer(name: string, documents: readonly StoredDocument[]): Promise<void> {
    const writes = documents.map((replacement) => ({
      replaceOne: { filter: { _id: replacement._id }, replacement, upsert: true },
    }));
    await this.#db.collection(name).bulkWrite(writes, acknowledged);
  }

  get #db(): mongo.Db {
    return this.database.connection.db!;
  }
}

const acknowledged = { writeConcern: { w: 'majority', journal: true } } as const;

export type StoredDocument = mongo.WithId<mongo.Document>;

/** Of a batch; numbers keep the type in which they were stored. */
export function documentsOf(bytes: Buffer): StoredDocument[] {
  const found: StoredDocument[] = [];
  for (let at = 0; at < bytes.length;) {
    const size = bytes.readInt32LE(at);
    const document = mongo.BSON.deserialize(bytes.subarray(at, at + size), {
      promoteValues: false,
    });
    found.push(document as StoredDocument);
    at += size;
  }
  return found;
}

/** The slots of a batch, with the chat of each. */
export function slotsOf(bytes: Buffer): (PlacedSlot & { readonly chatId: string })[] {
  const found = [];
  for (let at = 0; at < bytes.length;) {
    const size = bytes.readInt32LE(at);
    found.push(mongo.BSON.deserialize(bytes.subarray(at, at + size)));
    at += size;
  }
  return found as unknown as (PlacedSlot & { readonly chatId: string })[];
}
