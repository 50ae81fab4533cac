import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { Socket } from 'node:net';
import { freshDatabaseUri } from '@app/platform/testing';
import { Schema } from 'mongoose';
import { MongoDatabase } from './mongo-database.js';

describe('Database', () => {
  it('fails a write on a connection that is being closed, and goes on', async () => {
    const sockets: Socket[] = [];
    const collect = (message: unknown) => sockets.push((message as { socket: Socket }).socket);
    subscribe('net.client.socket', collect);
    const database = new MongoDatabase(freshDatabaseUri());
    const schema = new Schema<{ _id: string }>({ _id: String });
    const things = database.model('things', schema).collection;
    await database.open();
    await things.insertOne({ _id: 'before' as never });

    // Destroyed, and the driver does not know it yet: `close` comes in another turn.
    for (const socket of sockets) socket.destroy();
    const write = things.insertOne({ _id: 'lost' as never });

    await expect(write).rejects.toThrow('closed');
    await things.insertOne({ _id: 'after' as never });
    unsubscribe('net.client.socket', collect);
    await database.close();
  });
});
