import type { Actor, Chat } from '@app/contracts';
import { Database, JobQueue } from '@app/platform';
import { eventually } from '@app/platform/testing';
import { findDeleted, purgeChat } from './chat-purge.js';
import { moduleActor } from './module-actor.js';
import { ChatsBench } from './testing/chats-bench.js';

const dayMs = 86_400_000;

describe('ChatPurge', () => {
  let bench: ChatsBench;
  let ada: Actor;
  let ben: Actor;
  let searches = 0;

  beforeAll(async () => {
    bench = await ChatsBench.open();
    [ada, ben] = [bench.person('ada'), bench.person('ben')];
  });

  afterAll(() => bench.close());

  const collection = (name: string) => bench.app.get(Database).connection.db!.collection(name);
  const byChat = ({ id }: Chat) => ({ $gte: `${id}:`, $lt: `${id};` }) as never;

  /** A group in which Ada said something to Ben, and invited others. */
  async function livelyGroup(): Promise<Chat> {
    const chat = await bench.group(ada, ben);
    await bench.log.say(ada, chat.id, `Secret of ${chat.id} for @ben`);
    await bench.invite(ada, chat.id);
    await eventually(async () => {
      expect(await collection('mentions').countDocuments({ _id: byChat(chat) })).toBe(1);
    });
    return chat;
  }

  async function deleted(chat: Chat, daysAgo: number): Promise<void> {
    await bench.chats.remove(ada, { chatId: chat.id });
    const $set = { deletedAt: new Date(Date.now() - daysAgo * dayMs) };
    await collection('chats').updateOne({ _id: chat.id }, { $set });
  }

  async function textsOf(chat: Chat): Promise<string[]> {
    const query = { chatId: chat.id, afterRev: 0, limit: 100 };
    const { items } = await bench.log.changes(moduleActor, query);
    return items.filter(({ kind }) => kind === 'text').map(({ text }) => text);
  }

  const search = () =>
    bench.app.get(JobQueue).enqueue(findDeleted, {}, { key: `search ${++searches}` });

  const record = ({ id }: Chat) => collection('chats').findOne({ _id: id });
  const purged = (chat: Chat) =>
    eventually(async () => expect((await record(chat))!['purgedAt']).toBeInstanceOf(Date));

  /** Every job is done, and those that it put into the queue. */
  const settled = () =>
    eventually(async () => {
      expect(await collection('jobs').countDocuments({ state: 'open' })).toBe(0);
    });

  it('erases what was said in a chat that was deleted 30 days ago, and leaves its places', async () => {
    const [old, recent, alive] = [await livelyGroup(), await livelyGroup(), await livelyGroup()];
    for (const { id } of [old, recent]) bench.files.held.set(id, 45);
    await deleted(old, 30.01);
    await deleted(recent, 29.99);
    const headsBefore = await bench.log.heads(ada, { chatIds: [old.id] });

    await search();
    await purged(old);
    await settled();

    expect([bench.files.held.get(old.id), bench.files.held.get(recent.id)]).toEqual([0, 45]);
    expect(await textsOf(old)).toEqual(['']);
    expect(JSON.stringify(await record(old))).not.toContain('Secret');
    expect(await bench.log.heads(ada, { chatIds: [old.id] })).toEqual(headsBefore);
    for (const name of ['mentions', 'quiet_blocks'])
      expect(await collection(name).countDocuments({ _id: byChat(old) })).toBe(0);
    expect(await collection('invites').countDocuments({ chatId: old.id })).toBe(0);

    for (const chat of [recent, alive]) {
      expect(await textsOf(chat)).toEqual([`Secret of ${chat.id} for @ben`]);
      expect(await collection('mentions').countDocuments({ _id: byChat(chat) })).toBe(1);
      expect(await collection('invites').countDocuments({ chatId: chat.id })).toBe(1);
      expect((await record(chat))!['purgedAt']).toBeNull();
    }
    expect(await bench.get(ada, alive)).toMatchObject({ id: alive.id });
  });

  it('keeps a purged chat as gone as it was, and finds it no more', async () => {
    const chat = await livelyGroup();
    await deleted(chat, 31);
    await search();
    await purged(chat);
    const before = await record(chat);

    for (const who of [ada, ben])
      await expect(bench.get(who, chat)).rejects.toMatchObject({ code: 'not_found' });
    expect((await bench.list(ada)).map(({ id }) => id)).not.toContain(chat.id);
    await search();
    await search();
    await settled();
    expect(await record(chat)).toEqual(before);
  });

  it('leaves a chat alone that somebody names and nobody deleted', async () => {
    const [alive, old] = [await livelyGroup(), await livelyGroup()];
    await deleted(old, 31);
    const jobs = bench.app.get(JobQueue);
    for (const { id: chatId } of [alive, old])
      await jobs.enqueue(purgeChat, { chatId }, { key: `by hand ${chatId}` });
    await purged(old);
    await settled();
    expect(await textsOf(alive)).toEqual([`Secret of ${alive.id} for @ben`]);
    expect((await record(alive))!['purgedAt']).toBeNull();
  });
});
