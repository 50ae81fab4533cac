import { eventually, freshDatabaseUri, MongoProcess } from '@app/platform/testing';
import { Schema } from 'mongoose';
import { MongoDatabase } from './mongo-database.js';
import { MigrationLock } from './migration-lock.js';

interface Thing {
  _id: string;
  size: number;
}

/** For what is done at once. */
const resolved = (_: unknown): Promise<void> => Promise.resolve();

const thingSchema = () =>
  new Schema<Thing>({ _id: String, size: Number }).index({ size: 1 }, { name: 'thing_size' });

describe('Database', () => {
  let uri: string;
  let opened: MongoDatabase[];

  beforeEach(() => {
    uri = freshDatabaseUri();
    opened = [];
  });

  afterEach(async () => {
    for (const database of opened) await database.close();
  });

  function aDatabase(): MongoDatabase {
    const database = new MongoDatabase(uri);
    opened.push(database);
    return database;
  }

  it('ensures collections, validators and indexes, again and again', async () => {
    for (let start = 0; start < 2; start++) {
      const database = aDatabase();
      const validator = { $jsonSchema: { required: ['size'] } };
      const things = database.model('things', thingSchema(), { validator });
      await database.open();
      await expect(things.collection.insertOne({ _id: 'x' as never })).rejects.toThrow();
      const names = (await things.collection.indexes()).map(({ name }) => name);
      expect(names).toEqual(['_id_', 'thing_size']);
    }
  });

  it('ensures them in two processes at once', async () => {
    const pair = [aDatabase(), aDatabase()];
    for (const database of pair) database.model('things', thingSchema());
    await Promise.all(pair.map((database) => database.open()));
  });

  it('refuses another definition under the name of an index', async () => {
    const database = aDatabase();
    database.model('things', thingSchema());
    await database.open();

    const changed = aDatabase();
    changed.model(
      'things',
      new Schema<Thing>({ _id: String }).index({ size: -1 }, { name: 'thing_size' }),
    );
    await expect(changed.open()).rejects.toThrow(/thing_size of things.*another name/);
  });

  it('refuses an index without a name', async () => {
    const database = aDatabase();
    database.model('things', new Schema<Thing>({ _id: String, size: Number }).index({ size: 1 }));
    await expect(database.open()).rejects.toThrow('has no name');
  });

  it('throws on a field that a collection does not have', async () => {
    const database = aDatabase();
    const things = database.model('things', thingSchema());
    await database.open();
    await expect(things.create({ _id: 'x', colour: 'red' } as never)).rejects.toThrow('colour');
    await expect(things.find({ colour: 'red' } as never)).rejects.toThrow('colour');
  });

  it('writes by majority and journal, and reads no less', async () => {
    const database = aDatabase();
    await database.open();
    const { writeConcern, readConcern } = database.connection.db!;
    expect(writeConcern).toMatchObject({ w: 'majority', journal: true });
    expect(readConcern).toMatchObject({ level: 'majority' });
  });

  describe('isHealthy', () => {
    let mongo: MongoProcess;

    beforeEach(async () => {
      mongo = await MongoProcess.start();
      uri = mongo.uri('health');
    });

    afterEach(() => mongo.close());

    it('is true only while it is open and the engine answers', async () => {
      const database = aDatabase();
      expect(await database.isHealthy()).toBe(false);
      await database.open();
      // A busy engine may once be too slow to count as one that answers.
      const becomesHealthy = () =>
        eventually(async () => expect(await database.isHealthy()).toBe(true));
      await becomesHealthy();
      await mongo.kill();
      expect(await database.isHealthy()).toBe(false);
      await mongo.restart();
      await becomesHealthy();
      await database.close();
    });
  });

  describe('migration', () => {
    it('runs in the order of the ids, once, and not again', async () => {
      const ran: string[] = [];
      for (let start = 0; start < 2; start++) {
        const database = aDatabase();
        for (const id of ['2-second', '1-first']) {
          database.migration({ id, up: () => resolved(ran.push(id)) });
        }
        await database.open();
      }
      expect(ran).toEqual(['1-first', '2-second']);
    });

    it('runs once when two processes open at once', async () => {
      let runs = 0;
      const pair = [aDatabase(), aDatabase()];
      for (const database of pair) {
        database.migration({ id: 'once', up: () => resolved(runs++) });
      }
      await Promise.all(pair.map((database) => database.open()));
      expect(runs).toBe(1);
    });

    it('begins a step anew that ended in the middle', async () => {
      let attempts = 0;
      const up = () =>
        ++attempts === 1 ? Promise.reject(new Error('power failure')) : Promise.resolve();
      const first = aDatabase();
      first.migration({ id: 'hard', up });
      await expect(first.open()).rejects.toThrow('power failure');
      const second = aDatabase();
      second.migration({ id: 'hard', up });
      await second.open();
      expect(attempts).toBe(2);
    });

    it('makes room before a unique index is ensured', async () => {
      const first = aDatabase();
      const things = first.model('things', thingSchema());
      await first.open();
      await things.create([
        { _id: 'a', size: 1 },
        { _id: 'b', size: 1 },
      ]);

      const second = aDatabase();
      const indexed = new Schema<Thing>({ _id: String, size: Number });
      second.model('things', indexed.index({ size: 1 }, { name: 'size_once', unique: true }));
      second.migration({
        id: 'one-of-each-size',
        up: async (db) => {
          await db.collection<Thing>('things').deleteOne({ _id: 'b' });
        },
      });
      await second.open();
    });

    it('refuses a second step of the same id', () => {
      const database = aDatabase();
      const step = { id: 'twice', up: () => Promise.resolve() };
      database.migration(step);
      expect(() => database.migration(step)).toThrow('two migrations twice');
    });
  });
});

describe('MigrationLock', () => {
  it('is taken from a dead owner, not from a living one', async () => {
    const database = new MongoDatabase(freshDatabaseUri());
    await database.open();
    const db = database.connection.db!;
    await db.collection<{ _id: string }>('migrations').insertOne({
      _id: 'lock',
      ...{ owner: 'killed', beat: 7 },
    });
    const order: string[] = [];
    // Long beside the pauses of a busy machine: the owner must not seem dead.
    const leaseMs = 6000;
    let waiting: Promise<void> | undefined;
    await new MigrationLock(db, leaseMs).during(async () => {
      waiting = new MigrationLock(db, leaseMs).during(() => resolved(order.push('second')));
      const beats = () => db.collection('migrations').findOne({ _id: 'lock' as never });
      // A lease and a half, by the beats of the owner.
      await eventually(async () => {
        expect((await beats())?.['beat']).toBeGreaterThan(7);
      }, 40_000);
      order.push('first');
    });
    await waiting;
    expect(order).toEqual(['first', 'second']);
    await database.close();
  });
});
