import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { freshDatabaseUri } from '@app/platform/testing';
import { Schema } from 'mongoose';
import { MongoDatabase } from './mongo-database.js';

/** Stands before a database, and lets nothing through any more when it is told so. */
class Gap {
  readonly #sockets = new Set<Socket>();
  #isOpen = false;

  private constructor(private readonly server: Server) {}

  static async before(uri: string): Promise<[Gap, string]> {
    const { hostname, port } = new URL(uri);
    const server = createServer();
    const gap = new Gap(server);
    server.on('connection', (near) => gap.#join(near, connect(Number(port), hostname)));
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const through = new URL(uri);
    through.port = String((server.address() as AddressInfo).port);
    through.searchParams.set('directConnection', 'true');
    return [gap, through.href];
  }

  open(): void {
    this.#isOpen = true;
  }

  close(): void {
    this.server.close();
    for (const socket of this.#sockets) socket.destroy();
  }

  #join(near: Socket, far: Socket): void {
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      this.#sockets.add(from);
      from.on('data', (bytes) => this.#isOpen || to.write(bytes));
      from.on('close', () => to.destroy());
      from.on('error', () => to.destroy());
    }
  }
}

describe('Database', () => {
  it('fails a write whose connection was dropped without a word', async () => {
    const [gap, uri] = await Gap.before(freshDatabaseUri());
    // Long beside the pauses of a busy machine: what is answered must not seem to be silent.
    const database = new MongoDatabase(uri, { answerMs: 8000 });
    const schema = new Schema<{ _id: string }>({ _id: String });
    const things = database.model('things', schema);
    await database.open();
    await things.collection.insertOne({ _id: 'before' as never });

    gap.open();
    const write = things.collection.insertOne({ _id: 'lost' as never });

    await expect(write).rejects.toThrow('timed out');
    gap.close();
    await database.close();
  });
});
