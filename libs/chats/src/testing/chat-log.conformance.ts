import {
  CallId,
  ChatId,
  ClientMsgId,
  MessageId,
  SessionId,
  UserId,
  type Actor,
  type ChatLogApi,
  type Message,
  type SystemEvent,
} from '@app/contracts';

/** A log under test, and the three things that its port deliberately does not offer. */
export interface LogUnderTest {
  readonly log: ChatLogApi;
  /** A text by a member of a chat whose log begins with its creation. */
  say(actor: Actor, chatId: ChatId, text: string): Promise<Message>;
  /** An edit by its author. */
  edit(actor: Actor, message: Message, text: string): Promise<Message>;
  /** A deletion for oneself. */
  hide(actor: Actor, message: Message): Promise<unknown>;
}

const actorCalled = (name: string): Actor => ({
  userId: UserId.parse(name),
  sessionId: SessionId.parse(name),
  role: 'member',
});

/** The beginning of a group in which Ada may speak. */
const created: SystemEvent = {
  type: 'chat_created',
  kind: 'group',
  traits: {
    name: 'Crew',
    topic: '',
    visibility: 'private',
    postPolicy: 'everyone',
    historyVisibility: 'all',
    isArchived: false,
  },
  members: [{ userId: UserId.parse('ada'), role: 'owner' }],
};

/** What the chats module takes for granted about a `ChatLogApi`. `open`: with empty logs. */
export function chatLogConformance(open: () => Promise<LogUnderTest>): void {
  const ada = actorCalled('ada');
  const ben = actorCalled('ben');
  let chats = 0;
  let under: LogUnderTest;
  let chatId: ChatId;

  const renamed = (name: string): SystemEvent => ({ type: 'traits_changed', changes: { name } });
  const append = (actor: Actor, key: string, name = key) =>
    under.log.append(actor, {
      chatId,
      clientMsgId: ClientMsgId.parse(key),
      system: renamed(name),
    });
  const headOf = async (id: ChatId) => {
    const { items } = await under.log.heads(ada, { chatIds: [id] });
    return items[0];
  };

  beforeEach(async () => {
    under = await open();
    chatId = ChatId.parse(`log-${++chats}-${process.pid}`);
  });

  it('begins empty, for whichever chat', async () => {
    expect(await headOf(chatId)).toEqual({ chatId, headSeq: 0, headRev: 0 });
    const { items, page } = await under.log.changes(ada, { chatId, afterRev: 0, limit: 100 });
    expect(items).toEqual([]);
    expect(page).toMatchObject({ toRev: 0, headSeq: 0, headRev: 0, hasMore: false });
  });

  it('reads slots as they are now, in their order', async () => {
    const first = await append(ada, 'first');
    await append(ada, 'second');
    await append(ben, 'third');
    const behind = async (afterSeq: number, limit: number) => {
      const { items } = await under.log.slotsBehind(ada, { chatId, afterSeq, limit });
      return items.map(({ seq }) => seq);
    };
    expect(await behind(0, 2)).toEqual([1, 2]);
    expect(await behind(1, 100)).toEqual([2, 3]);
    expect(await behind(3, 1)).toEqual([]);
    const [only] = (await under.log.slotsBehind(ada, { chatId, afterSeq: 0, limit: 1 })).items;
    expect(only).toEqual(first);
  });

  it('appends a system message by the actor, without asking for membership', async () => {
    const message = await append(ada, 'first');
    expect(message).toMatchObject({
      chatId,
      seq: 1,
      rev: 1,
      senderId: ada.userId,
      kind: 'system',
      version: 1,
      system: renamed('first'),
    });
    expect(await headOf(chatId)).toEqual({ chatId, headSeq: 1, headRev: 1 });
  });

  it('tells of a call once, and not otherwise', async () => {
    const clientMsgId = ClientMsgId.parse('chat_created');
    await under.log.append(ada, { chatId, clientMsgId, system: created });
    const callId = CallId.parse('call');
    const call = { callId, media: 'audio', reason: 'completed', seconds: 65 } as const;
    const told = await under.log.appendCall(ada, { chatId, call });
    expect(told).toMatchObject({ seq: 2, senderId: ada.userId, kind: 'call', text: '', call });
    expect(await under.log.appendCall(ada, { chatId, call })).toEqual(told);
    const otherwise = { chatId, call: { ...call, seconds: 1 } };
    await expect(under.log.appendCall(ada, otherwise)).rejects.toMatchObject({
      code: 'idempotency_conflict',
    });
    expect(await headOf(chatId)).toMatchObject({ headSeq: 2 });
  });

  it('answers a repeated append with what is stored', async () => {
    const first = await append(ada, 'once');
    await append(ben, 'between');
    expect(await append(ada, 'once')).toEqual(first);
    expect(await headOf(chatId)).toMatchObject({ headSeq: 2 });
  });

  it('takes the same id by another actor for another message', async () => {
    const one = await append(ada, 'same');
    const two = await append(ben, 'same');
    expect([one.seq, two.seq]).toEqual([1, 2]);
  });

  it('refuses the same id with another content', async () => {
    await append(ada, 'key', 'One name');
    await expect(append(ada, 'key', 'Another name')).rejects.toMatchObject({
      code: 'idempotency_conflict',
    });
    expect(await headOf(chatId)).toMatchObject({ headSeq: 1 });
  });

  it('numbers parallel appends without holes', async () => {
    const keys = Array.from({ length: 50 }, (_, i) => `k${i}`);
    const stored = await Promise.all(keys.map((key, i) => append(i % 2 ? ada : ben, key)));
    const numbers = keys.map((_, i) => i + 1);
    expect(stored.map(({ seq }) => seq).sort((a, b) => a - b)).toEqual(numbers);
    expect(stored.map(({ rev }) => rev).sort((a, b) => a - b)).toEqual(numbers);
  });

  it('tells heads in the order asked for', async () => {
    await append(ada, 'one');
    const other = ChatId.parse(`${chatId}-other`);
    const { items } = await under.log.heads(ada, { chatIds: [other, chatId] });
    expect(items.map(({ chatId: id, headSeq }) => [id, headSeq])).toEqual([
      [other, 0],
      [chatId, 1],
    ]);
  });

  it('pages through changes by rev, complete and ascending', async () => {
    for (const key of ['a', 'b', 'c', 'd', 'e']) await append(ada, key);
    const seen: number[] = [];
    let afterRev = 0;
    for (let hasMore = true; hasMore;) {
      const { items, page } = await under.log.changes(ben, { chatId, afterRev, limit: 2 });
      expect(page.afterRev).toBe(afterRev);
      expect(page.headRev).toBe(5);
      seen.push(...items.map(({ rev }) => rev));
      ({ toRev: afterRev, hasMore } = page);
    }
    expect(seen).toEqual([1, 2, 3, 4, 5]);
    expect(afterRev).toBe(5);
  });

  it('tells a changed slot once, in its newest state and by its newest rev', async () => {
    const clientMsgId = ClientMsgId.parse('chat_created');
    const first = await under.log.append(ada, { chatId, clientMsgId, system: created });
    const said = await under.say(ada, chatId, 'teh');
    const edited = await under.edit(ada, said, 'the');
    expect(edited).toMatchObject({ seq: said.seq, text: 'the', version: 2 });
    const { items, page } = await under.log.changes(ben, { chatId, afterRev: 0, limit: 100 });
    expect(items).toEqual([first, edited]);
    expect(page).toMatchObject({ toRev: 3, headSeq: 2, headRev: 3 });
  });

  it('tells what people have deleted for themselves, and of nobody else', async () => {
    const clientMsgId = ClientMsgId.parse('chat_created');
    await under.log.append(ada, { chatId, clientMsgId, system: created });
    const [first, second] = [
      await under.say(ada, chatId, 'first'),
      await under.say(ada, chatId, 'second'),
    ];
    await under.hide(ada, second);
    const slotOf = ({ userId }: Actor, { seq }: Message, id = chatId) => ({
      userId,
      chatId: id,
      seq,
    });
    const elsewhere = ChatId.parse(`${chatId}-other`);
    const hidden = slotOf(ada, second);
    const others = [slotOf(ada, first), slotOf(ben, second), slotOf(ada, second, elsewhere)];
    const asked = { items: [...others, hidden] };
    expect(await under.log.hiddenAmong(ben, asked)).toEqual({ items: [hidden] });
    expect(await under.log.hiddenAmong(ada, { items: [] })).toEqual({ items: [] });
  });

  it('erases a message for everyone, by somebody who is no member, and once', async () => {
    const clientMsgId = ClientMsgId.parse('chat_created');
    const first = await under.log.append(ada, { chatId, clientMsgId, system: created });
    const said = await under.say(ada, chatId, 'something bad');
    const erased = await under.log.erase(ben, { messageId: said.id });
    expect(erased).toMatchObject({ seq: said.seq, text: '', deletedBy: ben.userId });
    expect(await under.log.erase(ada, { messageId: said.id })).toEqual(erased);
    const { items } = await under.log.changes(ada, { chatId, afterRev: 0, limit: 100 });
    expect(items).toEqual([first, erased]);
    await expect(under.log.erase(ben, { messageId: first.id })).rejects.toMatchObject({
      code: 'forbidden',
    });
    const messageId = MessageId.parse('nothing');
    await expect(under.log.erase(ben, { messageId })).rejects.toMatchObject({ code: 'not_found' });
  });

  it('forgets what people said, in steps, and keeps every place and what became of the chat', async () => {
    await under.log.append(ada, {
      chatId,
      clientMsgId: ClientMsgId.parse('created'),
      system: created,
    });
    const said = [];
    for (const text of ['one', 'two', 'three']) said.push(await under.say(ada, chatId, text));
    await under.edit(ada, said[1]!, 'two!');
    const before = await under.log.changes(ada, { chatId, afterRev: 0, limit: 100 });

    const forget = (afterSeq: number) => under.log.forget(ada, { chatId, afterSeq, limit: 2 });
    expect(await forget(0)).toEqual({ toSeq: 2, hasMore: true });
    for (let again = 0; again < 2; again++)
      expect(await forget(2)).toEqual({ toSeq: 4, hasMore: false });

    const after = await under.log.changes(ada, { chatId, afterRev: 0, limit: 100 });
    expect(after.page).toEqual(before.page);
    const places = ({ id, seq, rev, senderId }: Message) => ({ id, seq, rev, senderId });
    expect(after.items.map(places)).toEqual(before.items.map(places));
    expect(after.items[0]).toEqual(before.items[0]);
    for (const { text, deletedAt } of after.items.slice(1)) {
      expect(text).toBe('');
      expect(deletedAt).toBeDefined();
    }
    // What comes after goes behind it.
    expect(await under.say(ada, chatId, 'late')).toMatchObject({ seq: 5, rev: 6 });
  });
}
