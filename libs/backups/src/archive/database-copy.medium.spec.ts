import { adapters, type Database } from '@app/platform';
import { freshDatabaseUri } from '@app/platform/testing';
import type { BackupRecord } from './backup-records.js';
import { DatabaseCopy, DatabasePaste, documentsOf, slotsOf } from './database-copy.repository.js';
import { mostBatchBytes } from './document-batches.js';
import { LogLedger } from './log-ledger.js';

const slot = (seq: number, ...revs: readonly number[]) => ({
  ...{ _id: `m${seq}` as never, chatId: 'c1', seq, revs: revs.length === 0 ? seq : [seq, ...revs] },
});

describe('DatabaseCopy', () => {
  const open: Database[] = [];

  const fresh = async () => {
    const database = (await adapters({ mongodbUri: freshDatabaseUri() })).database!;
    await database.open();
    open.push(database);
    return database;
  };
  const dbOf = (database: Database) => database.connection.db!;

  afterAll(() => Promise.all(open.map((database) => database.close())));

  /** Copies from one to the other, and does something each time documents of a log were read. */
  async function copy(from: Database, to: Database, meanwhile: (batch: number) => Promise<void>) {
    const records: BackupRecord[] = [];
    const ledger = new LogLedger();
    const paste = new DatabasePaste(to);
    let name = '';
    let batches = 0;
    for await (const record of new DatabaseCopy(from).read()) {
      records.push(record);
      if (record.kind === 'collection') ({ name } = record);
      if (record.kind !== 'documents' && record.kind !== 'newer') continue;
      await paste[record.kind](name, documentsOf(record.bytes));
      if (name !== 'messages') continue;
      for (const one of slotsOf(record.bytes)) ledger.add(one);
      await meanwhile(++batches);
    }
    const sizes = records.map((record) => ('bytes' in record ? record.bytes.length : 0));
    return { ledger, kinds: records.map(({ kind }) => kind), largest: Math.max(...sizes) };
  }

  it('reads again what has changed behind its back, until no number is missing', async () => {
    const [from, to] = [await fresh(), await fresh()];
    const messages = dbOf(from).collection('messages');
    await dbOf(from)
      .collection('chats')
      .insertOne({ _id: 'c1' as never });
    await messages.insertMany(Array.from({ length: 700 }, (_, n) => slot(n + 1)));
    const { ledger, kinds } = await copy(from, to, async (batch) => {
      // Its first 500 slots were read: one of them changes, and then there is a new one.
      if (batch === 1) {
        await messages.updateOne({ _id: 'm3' as never }, { $set: { revs: [3, 701] } });
        await messages.insertOne(slot(701, 702));
        await messages.updateOne({ _id: 'm701' as never }, { $set: { revs: 702 } });
      }
      // While that is read again, another two.
      if (batch === 2) {
        await messages.updateOne({ _id: 'm9' as never }, { $set: { revs: [9, 703] } });
        await messages.updateOne({ _id: 'm3' as never }, { $set: { revs: [3, 701, 704] } });
      }
    });
    expect(kinds.filter((kind) => kind === 'newer').length).toBeGreaterThanOrEqual(2);
    expect(ledger.isWhole).toBe(true);
    expect([ledger.seqs.last, ledger.revs.last]).toEqual([701, 704]);
    const all = (database: Database) =>
      dbOf(database).collection('messages').find().sort({ seq: 1 }).toArray();
    expect(await all(to)).toEqual(await all(from));
  });

  it('reads how far something has come before that, and messages before their files', async () => {
    const from = await fresh();
    const names = ['files', 'notifications', 'auth_deeds', 'messages', 'chats', 'search_places'];
    names.push('notification_places', 'users', 'file_uploads', 'memberships', 'imported_chats');
    for (const name of names) await dbOf(from).collection(name).insertOne({ n: 1 });
    const read: string[] = [];
    for await (const record of new DatabaseCopy(from).read())
      if (record.kind === 'collection') read.push(record.name);
    const placeOf = (name: string) => read.indexOf(name);
    expect(placeOf('notification_places')).toBeLessThan(placeOf('notifications'));
    expect(placeOf('imported_chats')).toBeLessThan(placeOf('chats'));
    expect(placeOf('chats')).toBeLessThan(placeOf('memberships'));
    expect(placeOf('auth_deeds')).toBeLessThan(placeOf('users'));
    expect(placeOf('memberships')).toBeLessThan(placeOf('messages'));
    expect(placeOf('messages')).toBeLessThan(placeOf('files'));
    expect([placeOf('search_places'), placeOf('file_uploads')]).toEqual([-1, -1]);
  });

  it('keeps the types of numbers, and of all else', async () => {
    const [from, to] = [await fresh(), await fresh()];
    const things = dbOf(from).collection('things');
    await things.insertOne({ at: new Date(5), bytes: Buffer.from('b'), no: null, half: 0.5 });
    await things.updateOne({}, [{ $set: { long: { $toLong: 7 }, whole: { $toDouble: 2 } } }]);
    await copy(from, to, () => Promise.resolve());
    const typed = (database: Database) =>
      dbOf(database).collection('things').findOne({}, { promoteValues: false });
    expect(await typed(to)).toEqual(await typed(from));
  });

  it.each(['messages', 'things'])(
    'takes large documents of %s in several records',
    async (name) => {
      const [from, to] = [await fresh(), await fresh()];
      await dbOf(from)
        .collection('chats')
        .insertOne({ _id: 'c1' as never });
      // Of a text the driver looks at every sign, again and again.
      const bytes = Buffer.alloc(6 * 1024 * 1024, 'x');
      for (const seq of [1, 2, 3])
        await dbOf(from)
          .collection(name)
          .insertOne({ ...slot(seq), bytes });
      const { largest } = await copy(from, to, () => Promise.resolve());
      expect(largest).toBeGreaterThan(bytes.length);
      expect(largest).toBeLessThanOrEqual(mostBatchBytes);
      const found = await dbOf(to).collection(name).find().sort({ seq: 1 }).toArray();
      const isSame = found.map((one) => bytes.equals((one['bytes'] as { buffer: Buffer }).buffer));
      expect(isSame).toEqual([true, true, true]);
    },
  );
});
