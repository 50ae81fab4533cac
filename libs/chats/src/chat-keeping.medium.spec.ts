import { ChatKeepingApi, ListHeirs, type Actor, type ChatId } from '@app/contracts';
import { ChatsBench } from './testing/chats-bench.js';

describe('ChatKeepingService', () => {
  let bench: ChatsBench;
  let keeping: ChatKeepingApi;
  let [admin, ada, ben]: Actor[] = [];

  beforeAll(async () => {
    bench = await ChatsBench.open();
    keeping = bench.app.get(ChatKeepingApi);
    [admin, ada, ben] = bench.newcomers('olga', 'ada', 'ben');
  });

  afterAll(() => bench.close());

  const ownerOf = async (chatId: Parameters<ChatKeepingApi['get']>[1]['chatId']) =>
    (await keeping.get(admin!, { chatId })).ownerId;

  const heirsOf = async (chatId: ChatId, query: Partial<ListHeirs> = {}) => {
    const { items, page } = await keeping.heirs(admin!, ListHeirs.parse({ chatId, ...query }));
    return { ids: items.map(({ id }) => id), next: page.nextCursor };
  };

  it('offers as heirs the members who could own it, and nobody else', async () => {
    const [bot, gone] = bench.newcomers('bot', 'gone');
    const { id: chatId } = await bench.group(ada!, ben!, bot, gone);
    bench.users.add(bot.userId, { id: bot.userId, role: 'bot' });
    bench.users.add(gone.userId, { id: gone.userId, isDeactivated: true });
    expect(await heirsOf(chatId)).toEqual({ ids: [ben!.userId], next: null });
    await keeping.handOver(admin!, { chatId, userId: ben!.userId });
    expect((await heirsOf(chatId)).ids).toEqual([ada!.userId]);
    await keeping.remove(admin!, { chatId });
    await expect(heirsOf(chatId)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('offers heirs page by page, and those of a name', async () => {
    const some = bench.newcomers('heira', 'heirb', 'heirc', 'other');
    const ids = some.map(({ userId }) => userId).sort();
    const { id: chatId } = await bench.group(ada!, ...some);
    const first = await heirsOf(chatId, { limit: 3 });
    expect(first.ids).toEqual(ids.slice(0, 3));
    const second = await heirsOf(chatId, { limit: 3, cursor: first.next! });
    expect(second).toEqual({ ids: ids.slice(3), next: null });
    expect((await heirsOf(chatId, { q: 'HEIR' })).ids).toEqual(ids.slice(0, 3));
    expect(await heirsOf(chatId, { q: 'eir' })).toEqual({ ids: [], next: null });
    expect(await heirsOf(chatId, { q: '(' })).toEqual({ ids: [], next: null });
  });

  it('tells of no heirs of a direct chat, nor of none', async () => {
    const { id: chatId } = await bench.direct(ada!, ben!);
    await expect(heirsOf(chatId)).rejects.toMatchObject({ code: 'not_found' });
  });

  it.each([
    ['a bot', { role: 'bot' }],
    ['somebody suspended', { isDeactivated: true }],
  ] as const)('hands no chat over to %s, and neither does its owner', async (_, about) => {
    const heir = bench.newcomer('heir');
    const { id: chatId } = await bench.group(ada!, ben!, heir);
    bench.users.add(heir.userId, { id: heir.userId, ...about });
    const refused = { code: 'conflict', params: { field: 'ownerId' } };
    const { userId } = heir;
    await expect(keeping.handOver(admin!, { chatId, userId })).rejects.toMatchObject(refused);
    const byOwner = bench.members.changeRole(ada!, { chatId, userId, role: 'owner' });
    await expect(byOwner).rejects.toMatchObject(refused);
    expect(await ownerOf(chatId)).toBe(ada!.userId);
    await keeping.handOver(admin!, { chatId, userId: ben!.userId });
    expect(await ownerOf(chatId)).toBe(ben!.userId);
  });
});
