import type { ChatId, UserId } from '@app/contracts';
import { freshDatabaseUri, MongoDatabase } from '@app/platform/testing';
import { Appender } from './log/appender.js';
import { LogReader } from './log/log-reader.js';
import { newDraft, type OpId } from './log/slot.js';
import { SlotsRepository } from './log/slots.repository.js';
import { longLog, type LogLine } from './testing/index.js';

const chatId = 'chat' as ChatId;
const senderId = 'ann' as UserId;
const at = new Date(0);

describe('longLog', () => {
  it('makes what the appender stores', async () => {
    const database = new MongoDatabase(freshDatabaseUri());
    await database.open();
    const store = new SlotsRepository(database);
    const appender = new Appender({ store, publish: () => undefined });
    const reader = new LogReader(store, appender);
    const append = (line: number, text: string) =>
      appender.append(
        newDraft({
          chatId,
          senderId,
          clientMsgId: `line ${line}` as never,
          kind: 'text',
          text,
          createdAt: at,
        }),
      );
    const change = async (seq: number, patch: object) => {
      const [before] = await store.window(chatId, seq, seq + 1);
      await appender.change({ opId: `change of ${seq}` as OpId, before: before!, patch });
    };
    await append(1, 'one');
    await append(2, 'two');
    await change(2, { text: 'three', editedAt: at, former: { rev: 2, text: 'two', at } });
    await append(3, 'four');
    await change(3, { text: '', deletedAt: at, deletedBy: senderId, former: null });

    const lines: LogLine[] = [
      { senderId, at, text: 'one' },
      { senderId, at, text: 'three', former: 'two' },
      { senderId, at, text: 'four', isDeleted: true },
    ];
    const collection = database.connection.collection<{ _id: string }>('messages');
    const stored = await collection.find().sort({ seq: 1 }).toArray();
    const { documents, head } = longLog(chatId, lines, { seq: 0, rev: 0 });
    expect(documents).toEqual(stored);
    expect(head).toEqual(await reader.head(chatId));
    await database.close();
  });
});
