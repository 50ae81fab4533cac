import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { ChatId, RetentionState } from '@app/contracts';
import { eventually, MongoDatabase } from '@app/platform/testing';
import type { Person } from '../people/person.js';

const dayMs = 86_400_000;

/** What of chats is stored, as whoever has the machine sees it: what no client can do or know. */
export class StoredHistory {
  private constructor(
    private readonly database: MongoDatabase,
    private readonly filesFolder: string,
  ) {}

  static async open(uri: string, filesFolder = ''): Promise<StoredHistory> {
    const database = new MongoDatabase(uri);
    await database.open();
    return new StoredHistory(database, filesFolder);
  }

  close(): Promise<void> {
    return this.database.close();
  }

  /** All that was said there up to this slot was said so many days earlier. */
  async age(chatId: ChatId, toSeq: number, days: number): Promise<void> {
    const createdAt = new Date(Date.now() - days * dayMs);
    // Else what is derived of the last slot would have this time, too.
    await eventually(async () => {
      const chat = await this.#collection('chats').findOne({ _id: chatId });
      expect(chat?.['headSeq']).toBeGreaterThanOrEqual(toSeq);
    });
    const slots = { chatId, seq: { $gte: 1, $lte: toSeq } };
    await this.#collection('messages').updateMany(slots, { $set: { createdAt } });
  }

  /** Of the documents of a chat's log, as JSON, and of all files. */
  async bytesOf(chatId: ChatId): Promise<{ readonly log: number; readonly files: number }> {
    const slots = await this.#collection('messages')
      .find({ chatId, seq: { $gte: 1 } })
      .toArray();
    const log = slots.reduce((sum, slot) => sum + Buffer.byteLength(JSON.stringify(slot)), 0);
    const entries = readdirSync(this.filesFolder, { recursive: true, withFileTypes: true });
    const files = entries
      .filter((entry) => entry.isFile())
      .reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0);
    return { log, files };
  }

  /** Collections in which this stands anywhere, in letters. */
  async collectionsWith(text: string): Promise<string[]> {
    const all = await this.database.connection.db!.collections();
    const found = await Promise.all(
      all.map(async (one) => {
        const documents = await one.find({}).toArray();
        return JSON.stringify(documents).includes(text) ? [one.collectionName] : [];
      }),
    );
    return found.flat();
  }

  #collection(name: string) {
    return this.database.connection.db!.collection(name);
  }
}

/** Begins a purge as soon as none is under way, and resolves with what came of it. */
export async function purge(owner: Person): Promise<NonNullable<RetentionState['lastRun']>> {
  await eventually(async () => {
    const { status } = await owner.post('/api/admin/retention/purge', {});
    expect(status).toBe(202);
  });
  return eventually(async () => {
    const { body } = await owner.get('/api/admin/retention');
    const { lastRun } = body as RetentionState;
    expect(lastRun?.state).toBe('done');
    return lastRun!;
  });
}
