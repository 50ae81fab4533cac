import { chatRoom, userRoom, type Actor, type Chat } from '@app/contracts';
import { eventually } from '@app/platform/testing';
import { ReadMarks } from './read-marks.js';
import { ChatsBench } from './testing/chats-bench.js';
import { refusal } from './testing/refusal.js';

let bench: ChatsBench;
let ada: Actor;
let ben: Actor;
let cy: Actor;
let chat: Chat;

beforeAll(async () => {
  bench = await ChatsBench.open();
});

afterAll(() => bench.close());

beforeEach(async () => {
  [ada, ben, cy] = bench.newcomers('ada', 'ben', 'cy');
  chat = await bench.group(ada, ben);
  for (const text of ['one', 'two', 'three']) await bench.log.say(ada, chat.id, text);
  await bench.get(ben, chat);
  bench.realtime.forget();
});

const read = (actor: Actor, seq: number) => bench.reads.markRead(actor, { chatId: chat.id, seq });
const toldRead = () => bench.realtime.heard(chatRoom(chat.id), 'message_read');

describe('ReadsService', () => {
  it('raises the mark, and says what is left', async () => {
    expect(await read(ben, 3)).toEqual({
      chatId: chat.id,
      lastReadSeq: 3,
      lastDeliveredSeq: 3,
      unread: 1,
      mentions: 0,
    });
    expect(await bench.get(ben, chat)).toMatchObject({ lastReadSeq: 3, unread: 1 });
  });

  it('never lowers it, and never goes beyond the head', async () => {
    expect(await read(ben, 999)).toMatchObject({ lastReadSeq: 4, unread: 0 });
    expect(await read(ben, 2)).toMatchObject({ lastReadSeq: 4, unread: 0 });
    await bench.settle();
    expect(await bench.get(ben, chat)).toMatchObject({ lastReadSeq: 4, lastDeliveredSeq: 4 });
  });

  it('tells my other devices at once, and the others soon, the last one only', async () => {
    // However long three marks take: those that are gathered go together.
    const flush = jest.spyOn(bench.app.get(ReadMarks), 'flush').mockResolvedValue();
    for (const seq of [2, 3, 4]) await read(ben, seq);
    const mine = bench.realtime.heard(userRoom(ben.userId), 'read_state');
    expect(mine.map(({ lastReadSeq }) => lastReadSeq)).toEqual([2, 3, 4]);
    expect(toldRead()).toEqual([]);
    await eventually(() => expect(flush).toHaveBeenCalled());
    flush.mockRestore();
    await bench.settle();
    expect(toldRead().map(({ lastReadSeq }) => lastReadSeq)).toEqual([4]);
  });

  it('says the same whether it remembers how far somebody had read, or looks it up', async () => {
    const steps = [2, 4, 4, 3, 999];
    const looked = [];
    for (const seq of steps) {
      const fresh = await ChatsBench.open({ uri: bench.uri, log: bench.log, users: bench.users });
      looked.push(await fresh.reads.markRead(ben, { chatId: chat.id, seq }));
      await fresh.close();
    }
    const cyAsBen = [];
    await bench.add(ada, chat.id, cy);
    await bench.log.say(ada, chat.id, 'five');
    for (const seq of [6, 6, 5, 999]) cyAsBen.push(await read(cy, seq));

    expect(looked.map(({ lastReadSeq }) => lastReadSeq)).toEqual([2, 4, 4, 4, 4]);
    expect(looked.map(({ unread }) => unread)).toEqual([2, 0, 0, 0, 0]);
    for (const state of cyAsBen)
      expect(state).toEqual({ ...state, lastReadSeq: 6, lastDeliveredSeq: 6, unread: 0 });
  });

  it('says nothing again that was said', async () => {
    await read(ben, 4);
    await bench.settle();
    bench.realtime.forget();
    await read(ben, 4);
    await bench.settle();
    expect(bench.realtime.said).toEqual([]);
  });

  it('stores what is on its way before it stops', async () => {
    const first = await ChatsBench.open();
    const [dan, eve] = [first.person('dan'), first.person('eve')];
    const { id: chatId } = await first.group(dan, eve);
    await first.log.say(dan, chatId, 'hello');
    await first.reads.markRead(eve, { chatId, seq: 2 });
    const { uri, log, users } = first;
    await first.close();
    const second = await ChatsBench.open({ uri, log, users });
    expect(await second.get(eve, { id: chatId })).toMatchObject({ lastReadSeq: 2, unread: 0 });
    await second.close();
  });

  it('marks what was delivered apart from what was read', async () => {
    const input = { chatId: chat.id, seq: 4 };
    expect(await bench.reads.markDelivered(ben, input)).toMatchObject({
      lastReadSeq: 1,
      lastDeliveredSeq: 4,
      unread: 3,
    });
    await bench.settle();
    expect(bench.realtime.heard(chatRoom(chat.id), 'message_delivered')).toEqual([
      { chatId: chat.id, userId: ben.userId, lastDeliveredSeq: 4 },
    ]);
    expect(toldRead()).toEqual([]);
  });

  it('refuses strangers', async () => {
    await expect(read(cy, 1)).rejects.toEqual(refusal('not_member'));
  });

  it('marks the chat as read up to what I have sent', async () => {
    await bench.log.say(ben, chat.id, 'mine');
    await bench.log.say(ada, chat.id, 'yours');
    expect(await bench.get(ben, chat)).toMatchObject({ lastReadSeq: 5, unread: 1 });
  });
});

describe('Receipts', () => {
  const receipts = (actor: Actor, seq = 3) =>
    bench.access.receipts(actor, { chatId: chat.id, seq });
  const markOf = async (actor: Actor, whom: Actor) =>
    (await bench.roster(actor, chat.id)).find(({ user }) => user.id === whom.userId)?.lastReadSeq;

  it('name who has seen a message and who has got it', async () => {
    await read(ben, 3);
    expect(await receipts(ada)).toEqual({
      seenBy: [ada.userId, ben.userId],
      deliveredTo: [ada.userId, ben.userId],
    });
    expect(await markOf(ada, ben)).toBe(3);
  });

  it('name nobody who came later', async () => {
    await bench.add(ada, chat.id, cy);
    await read(cy, 5);
    expect((await receipts(ada)).seenBy).not.toContain(cy.userId);
  });

  it('are kept from others by who switches them off, also those of before', async () => {
    await read(ben, 3);
    await bench.settle();
    await bench.users.set(ben, { receipts: false });
    await eventually(async () => expect(await markOf(ada, ben)).toBeUndefined());
    expect((await receipts(ada)).seenBy).toEqual([ada.userId]);
    bench.realtime.forget();
    expect(await read(ben, 4)).toMatchObject({ unread: 0 });
    await bench.settle();
    expect(toldRead()).toEqual([]);
    expect(bench.realtime.heard(userRoom(ben.userId), 'read_state')).toHaveLength(1);
  });

  it('are kept from others by who had them off before they came', async () => {
    const dan = bench.newcomer('dan');
    await bench.users.set(dan, { receipts: false });
    await bench.add(ada, chat.id, dan);
    await bench.log.say(dan, chat.id, 'hello');
    await bench.get(dan, chat);
    expect(await markOf(ada, dan)).toBeUndefined();
    expect((await receipts(ada, 5)).seenBy).not.toContain(dan.userId);
  });

  it('are kept from who switches them off', async () => {
    await bench.users.set(ben, { receipts: false });
    await eventually(async () => {
      expect(await receipts(ben)).toEqual({ seenBy: [], deliveredTo: [] });
    });
    expect(await markOf(ben, ada)).toBeUndefined();
    expect(await markOf(ben, ben)).toBeDefined();
  });

  it('follow the setting of the chat where there is one', async () => {
    const input = { chatId: chat.id, patch: { receipts: 'off' as const } };
    await bench.chats.updateSettings(ben, input);
    await read(ben, 3);
    await bench.settle();
    expect(toldRead()).toEqual([]);
    expect(await markOf(ada, ben)).toBeUndefined();
    expect(await markOf(ben, ada)).toBeUndefined();
  });
});

describe('AccessService', () => {
  it('says what somebody is in a chat', async () => {
    expect(await bench.access.of(ben, { chatId: chat.id })).toEqual({
      chatId: chat.id,
      kind: 'group',
      role: 'member',
      visibleFromSeq: 1,
      postPolicy: 'everyone',
      isArchived: false,
      hasPartialReaders: false,
    });
    await expect(bench.access.of(cy, { chatId: chat.id })).rejects.toEqual(refusal('not_member'));
    await expect(bench.access.of(ada, { chatId: 'none' as never })).rejects.toEqual(
      refusal('not_found'),
    );
  });

  it('knows of a change as soon as it is made', async () => {
    const { id: chatId } = chat;
    await expect(bench.access.of(cy, { chatId })).rejects.toEqual(refusal('not_member'));
    await bench.add(ada, chatId, cy);
    expect(await bench.access.of(cy, { chatId })).toMatchObject({ visibleFromSeq: 5 });
    expect(await bench.access.of(ada, { chatId })).toMatchObject({ hasPartialReaders: true });
    expect((await bench.access.chatIds(cy, {})).chatIds).toEqual([chatId]);
    await bench.members.remove(ada, { chatId, userId: cy.userId });
    await expect(bench.access.of(cy, { chatId })).rejects.toEqual(refusal('not_member'));
    expect((await bench.access.chatIds(cy, {})).chatIds).toEqual([]);
  });

  it('tells who may see a slot', async () => {
    await bench.add(ada, chat.id, cy);
    const readers = (seq: number) => bench.access.readers(ada, { chatId: chat.id, seq });
    expect(await readers(2)).toEqual({
      canSee: [ada.userId, ben.userId],
      cannotSee: [cy.userId],
    });
    expect((await readers(5)).cannotSee).toEqual([]);
  });
});
