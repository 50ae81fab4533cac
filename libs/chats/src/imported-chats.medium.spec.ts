import {
  ChatId,
  ClientMsgId,
  ImportedChatsApi,
  type Actor,
  type ChatTraits,
  type ImportedMessage,
} from '@app/contracts';
import { ChatsBench } from './testing/chats-bench.js';

const traits: ChatTraits = {
  name: 'Plans',
  topic: '',
  slug: 'plans',
  visibility: 'public',
  postPolicy: 'everyone',
  historyVisibility: 'all',
  isArchived: false,
};
const at = '2017-07-14T02:40:00.000Z';
const kind = 'channel' as const;

describe('ImportedChatsService', () => {
  let bench: ChatsBench;
  let imported: ImportedChatsApi;
  let [importer, ann, ben]: Actor[] = [];
  let round = 0;
  let chatId: ChatId;
  let slug: string;

  beforeAll(async () => {
    bench = await ChatsBench.open();
    imported = bench.app.get(ImportedChatsApi);
    [importer, ann, ben] = bench.newcomers('importer', 'ann', 'ben');
  });

  beforeEach(() => {
    chatId = ChatId.parse(`imported-${++round}`);
    slug = `plans-${round}`;
  });

  afterAll(() => bench.close());

  const begin = (id = chatId) =>
    imported.begin(importer!, { chatId: id, kind, traits: { ...traits, slug }, at });
  const enter = (...actors: (Actor | undefined)[]) =>
    imported.enter(importer!, { chatId, userIds: actors.map((one) => one!.userId), at });
  const leave = () => imported.leave(importer!, { chatId, toUserId: ann!.userId, at });
  const said = (n: number, text = `No ${n}`): ImportedMessage => ({
    senderId: ben!.userId,
    clientMsgId: ClientMsgId.parse(`m${n}`),
    text,
    createdAt: at,
  });
  const all = async () => {
    await begin();
    const items = [said(1), said(2, `@ann and @channel`), said(3)];
    await bench.log.store(importer!, { chatId, items });
    await enter(ann, ben);
    await leave();
  };

  it('has people come in when all was said: they see it, and nothing of it is new', async () => {
    await all();
    const chat = await bench.chats.get(ann!, { chatId });
    expect(chat).toMatchObject({ unread: 0, mentions: 0, myRole: 'owner', slug, name: 'Plans' });
    expect(chat).toMatchObject({ createdAt: at, visibleFromSeq: 1, memberCount: 2 });
    expect(await bench.chats.get(ben!, { chatId })).toMatchObject({ unread: 0, myRole: 'member' });
    await expect(bench.chats.get(importer!, { chatId })).rejects.toMatchObject({
      code: 'not_member',
    });
    // Nobody was brought in by another, of which they would be told.
    const { items } = await bench.log.changes(importer!, { chatId, afterRev: 0, limit: 20 });
    expect(items.map(({ kind: what, system }) => system?.type ?? what)).toEqual([
      'chat_created',
      ...['text', 'text', 'text'],
      ...['member_joined', 'member_joined', 'handed_over', 'member_left'],
    ]);
    expect(items.every(({ createdAt }) => createdAt === at)).toBe(true);
  });

  it('does all of it once', async () => {
    await all();
    const before = await bench.chats.get(ann!, { chatId });
    await begin();
    await enter(ann, ben);
    await leave();
    expect(await bench.chats.get(ann!, { chatId })).toEqual(before);
  });

  it('leaves out who has left since, and leaves the owner that there is by then', async () => {
    await all();
    await bench.members.leave(ben!, { chatId });
    await enter(ann, ben);
    await leave();
    await expect(bench.chats.get(ben!, { chatId })).rejects.toMatchObject({ code: 'not_member' });
  });

  it('does not begin again what was deleted', async () => {
    await begin();
    await bench.chats.remove(importer!, { chatId });
    await expect(begin()).rejects.toMatchObject({ code: 'gone' });
  });

  it('takes no slug that another chat has, and goes on with its own', async () => {
    await bench.channel(ann!, slug);
    await expect(begin()).rejects.toMatchObject({ code: 'conflict', params: { field: 'slug' } });
    slug = `${slug}-2`;
    await begin();
    await begin();
    const other = ChatId.parse(`other-${round}`);
    await expect(begin(other)).rejects.toMatchObject({ code: 'conflict' });
  });
});
