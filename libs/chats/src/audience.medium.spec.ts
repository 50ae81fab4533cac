import { AudienceApi, type Fact } from '@app/contracts';
import { ChatsBench } from './testing/chats-bench.js';

let bench: ChatsBench;

beforeAll(async () => (bench = await ChatsBench.open()));

afterAll(() => bench.close());

const audience = () => bench.app.get(AudienceApi);

describe('AudienceApi', () => {
  it('names all members, and what is special about some', async () => {
    const [ann, bob, cy, dan] = bench.newcomers('ann', 'bob', 'cy', 'dan');
    const { id: chatId } = await bench.group(ann, bob, cy, dan);
    const mutedUntil = '2030-01-01T00:00:00.000Z';
    await bench.chats.updateSettings(bob, { chatId, patch: { level: 'mentions' } });
    await bench.chats.updateSettings(cy, { chatId, patch: { mutedUntil } });
    await bench.members.leave(dan, { chatId });

    const heard = await audience().of(ann, { chatId });

    expect(heard).toMatchObject({ chatId, kind: 'group', name: 'Crew' });
    expect(heard.userIds.toSorted()).toEqual([ann, bob, cy].map((one) => one.userId).toSorted());
    expect(heard.special.toSorted((a, b) => a.userId.localeCompare(b.userId))).toEqual([
      { userId: bob.userId, level: 'mentions', mutedUntil: null, visibleFromSeq: 1 },
      { userId: cy.userId, level: 'all', mutedUntil, visibleFromSeq: 1 },
    ]);
  });

  it('says from where on a latecomer sees the chat', async () => {
    const [ann, bob] = bench.newcomers('ann', 'bob');
    const { id: chatId } = await bench.channel(ann, `late-${ann.userId}`, {
      historyVisibility: 'joined',
    });
    await bench.add(ann, chatId, bob);

    const { special } = await audience().of(ann, { chatId });

    expect(special).toEqual([
      { userId: bob.userId, level: 'all', mutedUntil: null, visibleFromSeq: 2 },
    ]);
  });

  it('knows nobody of a chat that is not there, or no more', async () => {
    const [ann, bob] = bench.newcomers('ann', 'bob');
    const { id: chatId } = await bench.group(ann, bob);
    await bench.chats.remove(ann, { chatId });
    const answer = audience().of(ann, { chatId });
    await expect(answer).rejects.toMatchObject({ code: 'not_found' });
  });

  it('knows no mark of who has left, nor of anybody where the chat is deleted', async () => {
    const [ann, bob] = bench.newcomers('ann', 'bob');
    const { id: chatId } = await bench.group(ann, bob);
    const items = [ann, bob].map(({ userId }) => ({ chatId, userId }));
    const whose = async () =>
      (await audience().marks(ann, { items })).items.map(({ userId }) => userId).toSorted();
    expect(await whose()).toEqual([ann.userId, bob.userId].toSorted());
    await bench.members.leave(bob, { chatId });
    expect(await whose()).toEqual([ann.userId]);
    await bench.chats.remove(ann, { chatId });
    expect(await whose()).toEqual([]);
  });

  it('tells modules of a mark once it is stored, and answers with it', async () => {
    const [ann, bob] = bench.newcomers('ann', 'bob');
    const { id: chatId } = await bench.group(ann, bob);
    await bench.log.say(ann, chatId, 'Hello');
    const heard: Fact<'chat.read'>['items'] = [];
    const stored: unknown[] = [];
    const ref = { chatId, userId: bob.userId };
    bench.facts.subscribe({
      module: 'test',
      name: 'chat.read',
      handle: async ({ items }) => {
        heard.push(...items.filter(({ userId }) => userId === bob.userId));
        stored.push(...(await audience().marks(ann, { items: [ref] })).items);
      },
    });

    await bench.reads.markRead(bob, { chatId, seq: 2 });
    await bench.settle();
    await bench.facts.close();

    expect(heard).toEqual([{ ...ref, lastReadSeq: 2 }]);
    expect(stored).toEqual([{ ...ref, lastReadSeq: 2 }]);
  });
});
