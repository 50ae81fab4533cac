import type { ChatId } from '@app/contracts';
import { freshDatabaseUri } from '@app/platform/testing';
import type { mongo } from 'mongoose';
import { actor, MessageBench } from './testing/message-bench.js';

const [one, two, secret] = ['one', 'two', 'secret'] as ChatId[] as [ChatId, ChatId, ChatId];
const ann = actor('ann');
const bob = actor('bob');

describe('MessagesService.around', () => {
  let bench: MessageBench;

  beforeAll(async () => {
    bench = await MessageBench.start(`${freshDatabaseUri()}?monitorCommands=true`);
    for (const chatId of [one, two, secret]) {
      bench.access.found(chatId);
      bench.access.admit(chatId, bob.userId);
      for (let seq = 1; seq <= 9; seq++) await bench.say(bob, chatId, `${chatId} ${seq}`);
    }
    bench.access.admit(one, ann.userId);
    bench.access.admit(two, ann.userId, { visibleFromSeq: 5 });
  });

  afterAll(() => bench.close());

  async function around(slots: readonly (readonly [ChatId, number])[], reach: number) {
    const wanted = { slots: slots.map(([chatId, seq]) => ({ chatId, seq })), reach };
    const { items } = await bench.messages.around(ann, wanted);
    return items.map(({ text }) => text).sort();
  }

  it('reads slots with those beside them, each once, as far as the log goes', async () => {
    expect(await around([[one, 4]], 0)).toEqual(['one 4']);
    expect(
      await around(
        [
          [one, 1],
          [one, 3],
          [one, 9],
        ],
        1,
      ),
    ).toEqual(['one 1', 'one 2', 'one 3', 'one 4', 'one 8', 'one 9']);
  });

  it('leaves out what the reader may not see, and is no error by it', async () => {
    const nowhere = 'nowhere' as ChatId;
    expect(
      await around(
        [
          [secret, 4],
          [nowhere, 1],
          [two, 2],
          [two, 6],
        ],
        2,
      ),
    ).toEqual(['two 5', 'two 6', 'two 7', 'two 8']);
  });

  it('has what the reader has deleted for themselves empty', async () => {
    const { items } = await bench.messages.list(ann, { chatId: one, aroundSeq: 6, limit: 1 });
    await bench.messages.remove(ann, { messageId: items[0]!.id, scope: 'me' });
    expect(await around([[one, 6]], 1)).toEqual(['', 'one 5', 'one 7']);
  });

  it('asks for the access once per chat, and reads twice, however many slots', async () => {
    const queries: string[] = [];
    const client = bench.database.connection.getClient();
    client.on('commandStarted', ({ command }: mongo.CommandStartedEvent) =>
      queries.push(String(command['find'])),
    );
    const asked = jest.spyOn(bench.access, 'of');
    const slots = [5, 6, 7, 8, 9].flatMap((seq) => [[one, seq] as const, [two, seq] as const]);
    expect(await around(slots, 3)).toHaveLength(8 + 5);
    expect(queries).toEqual(['messages', 'hidden_messages']);
    expect(asked.mock.calls.map(([, { chatId }]) => chatId)).toEqual([one, two]);
  });
});
