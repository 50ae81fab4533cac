import { TestBed } from '@angular/core/testing';
import { ChatId, type ChatFile } from '@app/contracts';
import { aMessage } from '@app/contracts/testing';
import { ConnectionLost } from '@app/web-realtime';
import { settle } from '../../data-access/testing/chat-world';
import { ChatFileList } from './chat-file-list';
import { aChatFile, aFileMessage, FilesWorld, pageOf } from './testing/files-world';

async function aList(...answers: FilesWorld['answers']) {
  const world = new FilesWorld();
  world.answers.push(...answers);
  TestBed.configureTestingModule({ providers: [...world.providers, ChatFileList] });
  const list = TestBed.inject(ChatFileList);
  await settle();
  return { world, list, names: () => list.items().map(({ file }) => file.name) };
}

const deleted = (one: ChatFile) =>
  ({
    kind: 'event',
    name: 'message_deleted',
    event: aMessage({ id: one.messageId, seq: one.seq, deletedAt: '2026-03-02T12:00:00.000Z' }),
  }) as const;

describe('ChatFileList', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('is told page by page, of one kind', async () => {
    const { world, list, names } = await aList(
      pageOf([aChatFile('b', 2)], '2'),
      pageOf([aChatFile('a', 1)]),
    );
    expect([names(), list.hasMore()]).toEqual([['b'], true]);
    await list.more();
    await list.more();
    expect([names(), list.hasMore()]).toEqual([['b', 'a'], false]);
    list.kind.set('sound');
    await settle();
    expect(names()).toEqual([]);
    expect(world.asked).toEqual([
      ['chats/c1/files', { kind: 'visual' }],
      ['chats/c1/files', { kind: 'visual', cursor: '2' }],
      ['chats/c1/files', { kind: 'sound' }],
    ]);
  });

  it('goes on by itself behind a part of the chat that has none', async () => {
    const { names, list } = await aList(pageOf([], '9'), pageOf([aChatFile('a', 1)]));
    expect([names(), list.hasMore()]).toEqual([['a'], false]);
  });

  it('has what was sent since, and not what was deleted or hidden', async () => {
    const { world, names } = await aList(pageOf([aChatFile('b', 2), aChatFile('a', 1)]));
    world.messages.set([
      aFileMessage('b', 2, { deletedAt: '2026-03-02T12:00:00.000Z', files: [] }),
      aFileMessage('c', 3),
      aFileMessage('song', 4, { kind: 'voice' }),
    ]);
    expect(names()).toEqual(['c', 'a']);
  });

  it('hears what becomes of those that are not loaded', async () => {
    const files = [aChatFile('c', 3), aChatFile('b', 2), aChatFile('a', 1)];
    const { world, names } = await aList(pageOf(files));
    world.tell(deleted(files[0]!));
    const hidden = { chatId: ChatId.parse('c1'), seq: 2, hides: 1 };
    world.tell({ kind: 'event', name: 'message_hidden', event: hidden });
    const elsewhere = { chatId: ChatId.parse('c2'), seq: 1, hides: 1 };
    world.tell({ kind: 'event', name: 'message_hidden', event: elsewhere });
    expect(names()).toEqual(['a']);
  });

  it('leaves no hole: what is loaded below the pages waits for them', async () => {
    const { world, names, list } = await aList(
      pageOf([aChatFile('c', 3)], '3'),
      pageOf([aChatFile('b', 2), aChatFile('a', 1)]),
    );
    world.messages.set([aFileMessage('a', 1)]);
    expect(names()).toEqual(['c']);
    await list.more();
    expect(names()).toEqual(['c', 'b', 'a']);
  });

  it('asks anew when the line is back, and says so when it is not', async () => {
    const lost = new ConnectionLost();
    const { world, names, list } = await aList(lost, pageOf([aChatFile('a', 1)]));
    expect([list.problem() !== '', list.isKnown(), list.hasMore()]).toEqual([true, false, false]);
    world.tell({ kind: 'ready' });
    await settle();
    expect([names(), list.problem()]).toEqual([['a'], '']);
  });

  it('forgets an answer that another question has overtaken', async () => {
    const late = Promise.withResolvers<ReturnType<typeof pageOf>>();
    const { list, names } = await aList(late.promise, pageOf([]));
    list.kind.set('document');
    await settle();
    late.resolve(pageOf([aChatFile('a', 1)]));
    await settle();
    list.kind.set('visual');
    expect(names()).toEqual([]);
  });
});
