import { ChatKeepingApi, type Actor } from '@app/contracts';
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
