import { MessageId, type Actor, type FileInfo } from '@app/contracts';
import { Database } from '@app/platform';
import { freshDatabaseUri } from '@app/platform/testing';
import type { mongo } from 'mongoose';
import { crew, FilesBench, lateSeq, others } from './testing/files-bench.js';

describe('What the database is asked of many files', () => {
  let bench: FilesBench;
  let ada: Actor;
  let files: FileInfo[];
  const asked: string[] = [];

  beforeAll(async () => {
    bench = await FilesBench.open({ MONGODB_URI: `${freshDatabaseUri()}?monitorCommands=true` });
    await bench.stopJobs();
    ada = bench.person('ada', crew);
    const upload = (n: number) => bench.upload(ada, `words ${n}`);
    files = await Promise.all(Array.from({ length: 20 }, (_, n) => upload(n)));
    const client = bench.part(Database).connection.getClient();
    client.on('commandStarted', ({ commandName, command }: mongo.CommandStartedEvent) => {
      const collection = String(command[commandName]);
      if (collection.startsWith('file')) asked.push(`${commandName} ${collection}`);
    });
  });
  afterAll(() => bench.close());
  beforeEach(() => {
    asked.length = 0;
  });

  const ids = () => files.map(({ id }) => id);
  const attach = (who: Actor, messageId: string) =>
    bench.files.attach(who, {
      fileIds: ids(),
      chatId: crew,
      messageId: MessageId.parse(messageId),
    });
  const linked = async (who: Actor) =>
    (await bench.files.links(who, { fileIds: ids() })).items.map(({ id }) => id).sort();

  it('is four things to send twenty of them, and five to repeat or pass it on', async () => {
    const held = (await attach(ada, 'first')).files;
    expect(held.map(({ id }) => id)).toEqual(ids());
    const first = ['find files', 'insert file_uses', 'update files', 'find files'];
    expect(asked).toEqual(first);
    asked.length = 0;
    expect((await attach(ada, 'first')).files).toEqual(held);
    const again = ['find files', 'find file_uses', ...first.slice(1)];
    expect(asked).toEqual(again);
    asked.length = 0;
    const ben = bench.person('ben', crew);
    expect((await attach(ben, 'second')).files).toEqual(held);
    expect(asked).toEqual(again);
  });

  it('is two things to link to all of them, whoever asks', async () => {
    const sent = ids().sort();
    const late = bench.latecomer('late', crew);
    bench.stored(MessageId.parse('first'), lateSeq - 1, ...files);
    bench.stored(MessageId.parse('second'), lateSeq, ...files.slice(0, 3));
    const cases: [Actor, string[]][] = [
      [ada, sent],
      [bench.person('eve', others), []],
      [
        late,
        files
          .slice(0, 3)
          .map(({ id }) => id)
          .sort(),
      ],
    ];
    for (const [who, mine] of cases) {
      asked.length = 0;
      expect(await linked(who)).toEqual(mine);
      expect(asked).toEqual(['find files', 'find file_uses']);
    }
  });

  it('leaves out no file since others are in very many messages', async () => {
    const collection = bench.part(Database).connection.collection('file_uses');
    const [popular, rare] = await Promise.all(['popular', 'rare'].map((w) => bench.upload(ada, w)));
    const rows = Array.from({ length: 2000 }, (_, n) => ({
      _id: `many-${n}` as never,
      fileId: popular!.id,
      messageId: `many-${n}`,
      chatId: others,
      createdAt: new Date(),
      isSettled: true,
    }));
    await collection.insertMany(rows);
    const fileIds = [popular!.id, rare!.id];
    await bench.files.attach(ada, { fileIds, chatId: crew, messageId: MessageId.parse('both') });
    const { items } = await bench.files.links(bench.person('cy', crew), { fileIds });
    expect(items.map(({ id }) => id)).toContain(rare!.id);
  });
});
