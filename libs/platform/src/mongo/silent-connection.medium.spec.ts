import { CutLine, freshDatabaseUri } from '@app/platform/testing';
import { Schema } from 'mongoose';
import { MongoDatabase } from './mongo-database.js';

describe('Database', () => {
  it('fails a write whose connection was dropped without a word', async () => {
    const line = await CutLine.to(`${freshDatabaseUri()}?directConnection=true`);
    // Long beside the pauses of a busy machine: what is answered must not seem to be silent.
    const database = new MongoDatabase(line.url, { answerMs: 8000 });
    const schema = new Schema<{ _id: string }>({ _id: String });
    const things = database.model('things', schema);
    await database.open();
    await things.collection.insertOne({ _id: 'before' as never });

    line.drop();
    const write = things.collection.insertOne({ _id: 'lost' as never });

    await expect(write).rejects.toThrow('timed out');
    line.close();
    await database.close();
  });
});
