import { Schema } from 'mongoose';
import { handled } from '../telemetry/tracing.js';
import { RecordedSpans } from '../testing/recorded-spans.js';
import { freshDatabaseUri } from '../testing/test-database.js';
import { MongoDatabase } from './mongo-database.js';

const secret = 'what only they may read';

describe('commands of the database', () => {
  let spans: RecordedSpans;
  let database: MongoDatabase;

  beforeEach(async () => {
    spans = await RecordedSpans.start();
    database = new MongoDatabase(freshDatabaseUri());
  });

  afterEach(async () => {
    await database.close();
    spans.stop();
  });

  it('are told of as parts of the trace they are sent in, without a value', async () => {
    const notes = database.model('notes', new Schema({ _id: String, text: String }));
    await database.open();
    await notes.create({ _id: 'before', text: secret });
    await handled(undefined, 'server', { name: 'work' }, async () => {
      await Promise.all([notes.create({ _id: 'a', text: secret }), notes.find({ text: secret })]);
      await expect(notes.create({ _id: 'a', text: secret })).rejects.toThrow('E11000');
    });

    const work = spans.named('work').spanContext();
    const told = spans.all.filter(({ name }) => name !== 'work');
    expect(told.map(({ name }) => name).sort()).toEqual([
      'find notes',
      'insert notes',
      'insert notes',
    ]);
    for (const { parentSpanContext } of told) expect(parentSpanContext).toMatchObject(work);
    expect(spans.named('insert notes').attributes).toMatchObject({
      'db.system.name': 'mongodb',
      'db.operation.name': 'insert',
      'db.collection.name': 'notes',
    });
    const everything = told.map(({ name, attributes, status, events }) => [
      name,
      attributes,
      status,
      events,
    ]);
    expect(JSON.stringify(everything)).not.toContain(secret);
  });
});
