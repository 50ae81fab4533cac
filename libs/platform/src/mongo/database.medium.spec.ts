import { freshDatabaseUri } from '@app/platform/testing';
import { Schema } from 'mongoose';
import { Database } from './database.js';

describe('Database', () => {
  it('ensures what was declared, again and again', async () => {
    const uri = freshDatabaseUri();
    for (let start = 0; start < 2; start++) {
      const database = new Database(uri);
      const things = database.model(
        'things',
        new Schema({ _id: String, size: Number }).index({ size: 1 }, { name: 'thing_size' }),
        { validator: { $jsonSchema: { required: ['size'] } } },
      );
      await database.open();
      await expect(things.collection.insertOne({ _id: 'x' as never })).rejects.toThrow();
      expect((await things.collection.indexes()).map(({ name }) => name)).toEqual([
        '_id_',
        'thing_size',
      ]);
      await database.close();
    }
  });
});
