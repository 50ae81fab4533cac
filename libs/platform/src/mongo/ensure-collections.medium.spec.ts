import { freshDatabaseUri } from '@app/platform/testing';
import { createConnection, type Connection } from 'mongoose';
import { ensureCollections, type CollectionShape } from './ensure-collections.js';

const index = (name: string) => [{ [name]: 1 }, { name }] as const;
const validator = { $jsonSchema: { required: ['size'] } };

describe('ensureCollections', () => {
  let connection: Connection;
  let commands: string[];

  beforeEach(async () => {
    connection = createConnection(freshDatabaseUri(), { monitorCommands: true });
    await connection.asPromise();
    connection.getClient().on('commandStarted', ({ commandName }) => commands.push(commandName));
  });

  afterEach(() => connection.close());

  /** The commands that it took. */
  async function ensured(...shapes: CollectionShape[]): Promise<string[]> {
    commands = [];
    await ensureCollections(connection.db!, shapes);
    return commands;
  }

  const plain: CollectionShape = { name: 'plain', indexes: [] };
  const indexed: CollectionShape = { name: 'indexed', indexes: [index('a'), index('b')] };
  const validated: CollectionShape = { name: 'validated', validator, indexes: [index('a')] };

  it('makes what is missing with a command for each, and looks at the rest', async () => {
    expect(await ensured(plain, indexed, validated)).toEqual([
      'listCollections',
      ...['create', 'createIndexes'],
      ...['create', 'createIndexes'],
    ]);
    expect(await ensured(plain, indexed, validated)).toEqual([
      'listCollections',
      ...['listIndexes', 'listIndexes'],
    ]);
  });

  it('builds the indexes that have come since, together', async () => {
    await ensured(indexed);
    const more = { ...indexed, indexes: [index('a'), index('b'), index('c'), index('d')] };
    expect(await ensured(more)).toEqual(['listCollections', 'listIndexes', 'createIndexes']);
    const names = (await connection.collection('indexed').indexes()).map(({ name }) => name);
    expect(names).toEqual(['_id_', 'a', 'b', 'c', 'd']);
  });

  it('changes a validator that is declared otherwise than it is stored', async () => {
    await ensured({ ...validated, validator: { $jsonSchema: { required: ['colour'] } } });
    expect(await ensured(validated)).toEqual(['listCollections', 'collMod', 'listIndexes']);
    const things = connection.collection('validated');
    await expect(things.insertOne({ colour: 'red' })).rejects.toThrow();
    await things.insertOne({ size: 1 });
  });
});
