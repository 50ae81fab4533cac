import {
  chatRoom,
  FileId,
  problem,
  userRoom,
  type Actor,
  type ChatId,
  type ClientMsgId,
  type MessageId,
} from '@app/contracts';
import { aMessageFile } from '@app/contracts/testing';
import { freshDatabaseUri } from '@app/platform/testing';
import { actor, MessageBench } from './testing/message-bench.js';

const chatId = 'chat' as ChatId;
const other = 'other' as ChatId;
const ann = actor('ann');
const bob = actor('bob');
const eve = actor('eve');
const refused = (code: string) => expect.objectContaining({ code }) as Error;

let uri: string;
let bench: MessageBench;
let others: MessageBench[] = [];

beforeEach(async () => {
  uri = freshDatabaseUri();
  bench = await MessageBench.start(uri);
  for (const chat of [chatId, other]) bench.access.found(chat);
  for (const { userId } of [ann, bob]) bench.access.admit(chatId, userId);
  bench.access.admit(other, ann.userId);
});

afterEach(async () => {
  for (const one of [...others, bench]) await one.close();
  others = [];
});

/** Another process on the same database. */
async function restart(): Promise<MessageBench> {
  const another = await MessageBench.start(uri, { access: bench.access });
  others.push(another);
  return another;
}

const texts = (items: readonly { text: string }[]) => items.map(({ text }) => text);
const seqs = (items: readonly { seq: number }[]) => items.map(({ seq }) => seq);

describe('MessagesService.send', () => {
  const send = (who: Actor, given: object = {}) =>
    bench.messages.send(who, { chatId, text: 'hello', ...given });

  it('stores a message and tells the room and the modules, once', async () => {
    const { message, isCreated } = await send(ann, { clientMsgId: 'm1' });
    expect(isCreated).toBe(true);
    expect(message).toEqual({
      id: expect.stringMatching(/^[0-9A-Z]{26}$/) as string,
      chatId,
      seq: 1,
      rev: 1,
      senderId: 'ann',
      clientMsgId: 'm1',
      kind: 'text',
      text: 'hello',
      version: 1,
      createdAt: '2026-03-02T11:00:00.000Z',
    });
    expect(bench.publisher.said).toEqual([
      { room: chatRoom(chatId), event: 'new_message', payload: message },
    ]);
    expect(bench.facts.told).toEqual([{ name: 'message.created', fact: message }]);
  });

  it('answers a retry with the same message, and tells nobody again', async () => {
    const { message } = await send(ann, { clientMsgId: 'm1' });
    expect(await send(ann, { clientMsgId: 'm1' })).toEqual({ message, isCreated: false });
    expect(bench.publisher.of('new_message')).toHaveLength(1);
  });

  it('refuses other content under the same id: another text, another reply', async () => {
    const { message } = await send(ann, { clientMsgId: 'm1' });
    for (const given of [{ text: 'other' }, { replyTo: message.id }]) {
      await expect(send(ann, { clientMsgId: 'm1', ...given })).rejects.toMatchObject({
        code: 'idempotency_conflict',
        params: { clientMsgId: 'm1' },
      });
    }
  });

  it('keeps the ids of two people apart', async () => {
    await send(ann, { clientMsgId: 'm1' });
    expect((await send(bob, { clientMsgId: 'm1' })).message.seq).toBe(2);
  });

  it('makes an id for a client that gives none, so that nothing is a retry', async () => {
    expect(seqs([(await send(ann)).message, (await send(ann)).message])).toEqual([1, 2]);
  });

  it('refuses strangers, unknown chats, and those who may not post', async () => {
    await expect(send(eve)).rejects.toEqual(refused('not_member'));
    await expect(send(ann, { chatId: 'nowhere' })).rejects.toEqual(refused('not_found'));
    bench.access.admit(chatId, eve.userId, { role: 'readonly' });
    await expect(send(eve)).rejects.toEqual(refused('forbidden'));
    bench.access.found(chatId, { isArchived: true });
    await expect(send(ann)).rejects.toEqual(refused('forbidden'));
    expect(bench.publisher.said).toEqual([]);
  });

  it('answers a visible message of the same chat, and nothing else', async () => {
    const { message } = await send(ann);
    const reply = await send(bob, { replyTo: message.id });
    expect(reply.message.replyTo).toBe(message.id);
    const elsewhere = await bench.say(ann, other, 'elsewhere');
    for (const replyTo of [elsewhere.id, 'nothing']) {
      await expect(send(bob, { replyTo })).rejects.toEqual(refused('not_found'));
    }
    bench.access.admit(chatId, eve.userId, { visibleFromSeq: 2 });
    await expect(send(eve, { replyTo: message.id })).rejects.toEqual(refused('not_found'));
    expect((await send(eve, { replyTo: reply.message.id })).isCreated).toBe(true);
  });

  it('holds files before it is stored, and says what they are', async () => {
    const files = ['f1', 'f2'].map((id) => aMessageFile({ id: FileId.parse(id) }));
    for (const file of files) bench.files.keep(file);
    const fileIds = ['f2', 'f1'];
    const { message } = await send(ann, { clientMsgId: 'm1', text: '', fileIds });
    expect(message).toMatchObject({ kind: 'file', text: '', files: files.toReversed() });
    expect(bench.files.held.get(message.id)).toEqual(fileIds);
    expect((await bench.messages.list(bob, { chatId, limit: 1 })).items).toEqual([message]);
    expect(bench.publisher.of('new_message').at(-1)!.payload).toEqual(message);

    const voice = { text: '', fileIds: ['f1'], isVoice: true };
    expect((await send(ann, voice)).message.kind).toBe('voice');
    await expect(send(ann, { fileIds: ['nowhere'] })).rejects.toEqual(refused('not_found'));
    expect((await bench.messages.list(bob, { chatId, limit: 9 })).items).toHaveLength(2);
  });

  it('answers the retry of a send whose files are gone since', async () => {
    bench.files.keep(aMessageFile());
    const sent = { clientMsgId: 'm1', text: '', fileIds: ['f1'] };
    const { message } = await send(ann, sent);
    await bench.messages.remove(ann, { messageId: message.id, scope: 'everyone' });
    jest.spyOn(bench.files, 'attach').mockRejectedValue(problem('gone'));
    const again = await send(ann, sent);
    expect(again).toMatchObject({ isCreated: false, message: { id: message.id, text: '' } });
    await expect(send(ann, { ...sent, fileIds: ['f2'] })).rejects.toEqual(
      refused('idempotency_conflict'),
    );
    await expect(send(ann, { ...sent, clientMsgId: 'm2' })).rejects.toEqual(refused('gone'));
  });

  it('answers the retry of a reply whose target was deleted meanwhile', async () => {
    const { message } = await send(ann);
    const reply = { clientMsgId: 'r', replyTo: message.id };
    await send(bob, reply);
    await bench.messages.remove(ann, { messageId: message.id, scope: 'everyone' });
    expect((await send(bob, reply)).isCreated).toBe(false);
  });

  it('takes a queue of messages and answers each', async () => {
    const batch = (text: string, chat: ChatId = chatId) => ({
      chatId: chat,
      text,
      clientMsgId: text as ClientMsgId,
    });
    const items = [batch('1'), batch('2'), batch('x', 'nowhere' as ChatId), batch('3')];
    const results = (await bench.messages.sendBatch(ann, { items })).items;
    expect(results.map((one) => (one.ok ? one.message.seq : one.problem.code))).toEqual([
      1,
      2,
      'not_found',
      3,
    ]);
  });

  it('numbers what two processes send to one chat, without a hole', async () => {
    const second = await restart();
    const sends = Array.from({ length: 60 }, (_, i) =>
      (i % 2 ? bench : second).say(i % 3 ? ann : bob, chatId, `text ${i}`),
    );
    const stored = await Promise.all(sends);
    expect(seqs(stored).sort((a, b) => a - b)).toEqual(sends.map((_, i) => i + 1));
  });
});

describe('MessagesService, told with care', () => {
  it('tells a change of a slot only to those who may see it, the others that time went on', async () => {
    const { id } = await bench.say(ann, chatId, 'before eve');
    bench.access.admit(chatId, eve.userId, { visibleFromSeq: 2 });
    const message = await bench.messages.edit(ann, { messageId: id, text: 'edited' });
    await bench.told();
    const [, ...said] = bench.publisher.said;
    expect(said).toEqual([
      { room: userRoom(ann.userId), event: 'message_edited', payload: message },
      { room: userRoom(bob.userId), event: 'message_edited', payload: message },
      { room: userRoom(eve.userId), event: 'chat_advanced', payload: { chatId, rev: 2 } },
    ]);
  });

  it('tells a change to the room when all may see the slot', async () => {
    bench.access.admit(chatId, eve.userId, { visibleFromSeq: 1 });
    const { id } = await bench.say(ann, chatId, 'hello');
    const message = await bench.messages.remove(ann, { messageId: id, scope: 'everyone' });
    await bench.told();
    expect(bench.publisher.said.slice(1)).toEqual([
      { room: chatRoom(chatId), event: 'message_deleted', payload: message },
    ]);
    expect(bench.facts.told.slice(1)).toEqual([{ name: 'message.changed', fact: message }]);
  });

  it('keeps the order of revs while readers of a change are still looked up', async () => {
    const { id } = await bench.say(ann, chatId, 'first');
    const edits = [1, 2, 3].map((n) =>
      bench.messages.edit(ann, { messageId: id, text: `edit ${n}` }),
    );
    const sends = [1, 2, 3].map((n) => bench.say(bob, chatId, `send ${n}`));
    await Promise.all([...edits, ...sends]);
    await bench.told();
    const revs = bench.publisher.said.map(({ payload }) => (payload as { rev: number }).rev);
    expect(revs).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  it('does not show an old message again to newcomers when its sender repeats it', async () => {
    await bench.say(ann, chatId, 'before eve');
    bench.access.admit(chatId, eve.userId, { visibleFromSeq: 2 });
    const restarted = await restart();
    await restarted.say(ann, chatId, 'before eve');
    await restarted.told();
    const heard = restarted.publisher.said.filter(({ event }) => event !== 'chat_head');
    expect(heard.map(({ room, event }) => [room, event])).toEqual([
      [userRoom(ann.userId), 'new_message'],
      [userRoom(bob.userId), 'new_message'],
      [userRoom(eve.userId), 'chat_advanced'],
    ]);
  });

  it('tells of it when who deleted it has left, on behalf of who wrote it', async () => {
    const { id } = await bench.say(ann, chatId, 'hello');
    bench.access.admit(chatId, bob.userId, { role: 'admin' });
    await bench.messages.remove(bob, { messageId: id, scope: 'everyone' });
    bench.access.expel(chatId, bob.userId);
    const restarted = await restart();
    await restarted.say(ann, chatId, 'hello');
    await restarted.told();
    const events = restarted.publisher.said.map(({ event }) => event);
    expect(events).toEqual(['chat_head', 'message_deleted']);
  });

  it('tells where a chat ends that a process sees for the first time', async () => {
    await bench.say(ann, chatId, 'one');
    const restarted = await restart();
    await restarted.messages.list(bob, { chatId, limit: 10 });
    await restarted.messages.list(bob, { chatId, limit: 10 });
    expect(restarted.publisher.said).toEqual([
      {
        room: chatRoom(chatId),
        event: 'chat_head',
        payload: { chatId, headSeq: 1, headRev: 1 },
      },
    ]);
  });
});

describe('MessagesService.list and changes', () => {
  beforeEach(async () => {
    for (let n = 1; n <= 12; n++) await bench.say(n % 2 ? ann : bob, chatId, `text ${n}`);
  });

  const list = (who: Actor, where: object = {}) =>
    bench.messages.list(who, { chatId, limit: 5, ...where });

  it.each([
    [{}, [8, 12], true, '8'],
    [{ beforeSeq: 8 }, [3, 7], true, '3'],
    [{ beforeSeq: 3 }, [1, 2], false, null],
    [{ afterSeq: 5 }, [6, 10], true, '10'],
    [{ afterSeq: 7 }, [8, 12], false, null],
    [{ aroundSeq: 6 }, [4, 8], true, '4'],
    [{ beforeSeq: 1 }, [0, 0], false, null],
  ])('gives %o with its bounds', async (where, [firstSeq, lastSeq], hasMore, nextCursor) => {
    const { items, page } = await list(ann, where);
    expect([items[0]?.seq ?? 0, items.at(-1)?.seq ?? 0]).toEqual([firstSeq, lastSeq]);
    expect(page).toEqual({
      nextCursor,
      hasMore,
      firstSeq,
      lastSeq,
      headSeq: 12,
      headRev: 12,
      visibleFromSeq: 1,
    });
  });

  it('gives a newcomer nothing from before their time', async () => {
    bench.access.admit(chatId, eve.userId, { visibleFromSeq: 11 });
    const { items, page } = await list(eve);
    expect(seqs(items)).toEqual([11, 12]);
    expect(page).toMatchObject({ hasMore: false, visibleFromSeq: 11 });
    expect(seqs((await list(eve, { afterSeq: 0 })).items)).toEqual([11, 12]);
    expect((await list(eve, { beforeSeq: 11 })).items).toEqual([]);
  });

  it('refuses strangers and unknown chats', async () => {
    await expect(list(eve)).rejects.toEqual(refused('not_member'));
    await expect(list(ann, { chatId: 'nowhere' })).rejects.toEqual(refused('not_found'));
    const changes = { chatId, afterRev: 0, limit: 10 };
    await expect(bench.messages.changes(eve, changes)).rejects.toEqual(refused('not_member'));
  });

  it('gives changes by rev, and is exact about how far they bring a newcomer', async () => {
    const { items } = await list(ann, { aroundSeq: 2, limit: 1 });
    await bench.messages.edit(bob, { messageId: items[0]!.id, text: 'edited' });
    const changes = (who: Actor, afterRev: number) =>
      bench.messages.changes(who, { chatId, afterRev, limit: 3 });
    const late = await changes(ann, 10);
    expect(late.items.map(({ seq, rev }) => [seq, rev])).toEqual([
      [11, 11],
      [12, 12],
      [2, 13],
    ]);
    expect(late.page).toEqual({
      nextCursor: null,
      hasMore: false,
      afterRev: 10,
      toRev: 13,
      headSeq: 12,
      headRev: 13,
    });
    bench.access.admit(chatId, eve.userId, { visibleFromSeq: 12 });
    const hers = await changes(eve, 10);
    expect(seqs(hers.items)).toEqual([12]);
    expect(hers.page).toMatchObject({ toRev: 13, hasMore: false });
    expect((await changes(ann, 0)).page).toMatchObject({
      toRev: 3,
      hasMore: true,
      nextCursor: '3',
    });
  });

  it('gives one message, and what is around it', async () => {
    const { items } = await list(ann, { aroundSeq: 6, limit: 1 });
    const messageId = items[0]!.id;
    expect(await bench.messages.item(bob, { messageId })).toEqual(items[0]);
    const context = await bench.messages.context(bob, { messageId, limit: 3 });
    expect(seqs(context.items)).toEqual([5, 6, 7]);
    expect(await bench.messages.receipts(bob, { messageId })).toMatchObject({ seenBy: ['bob'] });
  });

  it('tells strangers and newcomers nothing about one message', async () => {
    const { items } = await list(ann, { aroundSeq: 6, limit: 1 });
    const messageId = items[0]!.id;
    const asked = (who: Actor) => [
      () => bench.messages.item(who, { messageId }),
      () => bench.messages.history(who, { messageId }),
      () => bench.messages.receipts(who, { messageId }),
      () => bench.messages.context(who, { messageId, limit: 5 }),
      () => bench.messages.edit(who, { messageId, text: 'x' }),
      () => bench.messages.remove(who, { messageId, scope: 'me' }),
    ];
    for (const ask of asked(eve)) await expect(ask()).rejects.toEqual(refused('not_member'));
    bench.access.admit(chatId, eve.userId, { visibleFromSeq: 7 });
    for (const ask of asked(eve)) await expect(ask()).rejects.toEqual(refused('not_found'));
    const unknown = { messageId: 'nothing' as MessageId };
    await expect(bench.messages.item(ann, unknown)).rejects.toEqual(refused('not_found'));
  });
});

describe('MessagesService.sendBatch', () => {
  it('gives the same answers when the whole queue is repeated', async () => {
    const items = ['a', 'b'].map((text) => ({ chatId, text, clientMsgId: text as ClientMsgId }));
    const first = await bench.messages.sendBatch(ann, { items });
    expect(await bench.messages.sendBatch(ann, { items })).toEqual(first);
    expect(texts((await bench.messages.list(ann, { chatId, limit: 9 })).items)).toEqual(['a', 'b']);
  });
});
