import type { Actor, ChatId, ClientMsgId, Message, MessageId } from '@app/contracts';
import { aMessageFile } from '@app/contracts/testing';
import { freshDatabaseUri } from '@app/platform/testing';
import * as fc from 'fast-check';
import { actor, MessageBench } from './testing/message-bench.js';

const ann = actor('ann');
const people = ['ann', 'bob', 'cat'].map((name) => actor(name));
const system = { type: 'member_joined' } as const;

let uri: string;
let bench: MessageBench;
let lastChat = 0;
const others: MessageBench[] = [];

beforeAll(async () => {
  uri = freshDatabaseUri();
  bench = await MessageBench.start(uri);
});

afterAll(async () => {
  for (const another of others) await another.close();
  await bench.close();
});

/** Another process on the same database. */
async function restart(): Promise<MessageBench> {
  const another = await MessageBench.start(uri, { access: bench.access });
  others.push(another);
  return another;
}

/** A new chat with everybody in it. */
function newChat(): ChatId {
  const chatId = `chat${++lastChat}` as ChatId;
  bench.access.found(chatId);
  for (const { userId } of people) bench.access.admit(chatId, userId, { role: 'admin' });
  return chatId;
}

describe('ChatLogService', () => {
  const append = (chatId: ChatId, clientMsgId = 'joined', who = ann) =>
    bench.chatLog.append(who, { chatId, clientMsgId: clientMsgId as ClientMsgId, system });

  it('appends what became of a chat, and tells of it like of any message', async () => {
    const chatId = newChat();
    const message = await append(chatId);
    expect(message).toMatchObject({ seq: 1, kind: 'system', text: '', system, senderId: 'ann' });
    expect(bench.publisher.of('new_message').at(-1)!.payload).toEqual(message);
    expect(bench.facts.told.at(-1)).toEqual({ name: 'message.created', fact: message });
  });

  it('answers a repeated one with the first, and refuses another event under its id', async () => {
    const chatId = newChat();
    const message = await append(chatId);
    expect(await append(chatId)).toEqual(message);
    const other = { chatId, clientMsgId: 'joined' as ClientMsgId, system: { type: 'member_left' } };
    await expect(bench.chatLog.append(ann, other as never)).rejects.toMatchObject({
      code: 'idempotency_conflict',
    });
  });

  it('knows which messages hold files, until it forgets them', async () => {
    const chatId = newChat();
    bench.files.keep(aMessageFile());
    const send = async (more: object) =>
      (await bench.messages.send(ann, { chatId, text: 'x', ...more })).message;
    const plain = await send({});
    const holding = await send({ fileIds: [aMessageFile().id] });
    const messageIds = [plain.id, holding.id, 'nothing' as MessageId];
    const found = () => bench.chatLog.holding(ann, { messageIds });
    expect(await found()).toEqual({
      items: [{ messageId: holding.id, seq: holding.seq, fileIds: [aMessageFile().id] }],
    });

    await bench.chatLog.forget(ann, { chatId, afterSeq: 0, limit: 500 });
    expect(await found()).toEqual({ items: [] });
    const { items } = await bench.chatLog.changes(ann, { chatId, afterRev: 0, limit: 9 });
    expect(items.at(-1)).not.toHaveProperty('files');
  });

  it('dates an entry as it is told to', async () => {
    const createdAt = '2017-07-14T02:40:00.000Z';
    const entry = { chatId: newChat(), clientMsgId: 'old' as ClientMsgId, system, createdAt };
    expect(await bench.chatLog.append(ann, entry)).toMatchObject({ createdAt });
  });

  it('takes in what others have said elsewhere, then, and once', async () => {
    const chatId = newChat();
    const importer = actor('importer');
    bench.files.keep(aMessageFile());
    const [bob, cat] = [people[1]!.userId, people[2]!.userId];
    const said = (n: number, senderId = bob) => ({
      senderId,
      clientMsgId: `import-${n}` as ClientMsgId,
      text: `No ${n}`,
      createdAt: `2017-07-14T02:4${n}:00.000Z`,
    });
    const { senderId, clientMsgId } = said(0);
    const items = [
      { ...said(0), isPinned: true as const, reactions: [{ emoji: '👍', userIds: [bob, cat] }] },
      { ...said(1, cat), replyTo: { senderId, clientMsgId } },
      { ...said(2), fileIds: [aMessageFile().id] },
    ];
    const found = async () => (await bench.messages.list(ann, { chatId, limit: 100 })).items;
    await bench.imported.store(importer, { chatId, items });
    const messages = await found();
    expect(messages).toMatchObject([
      { seq: 1, senderId: bob, text: 'No 0', createdAt: said(0).createdAt, version: 1 },
      { seq: 2, senderId: cat, replyTo: messages[0]!.id, createdAt: said(1).createdAt },
      { seq: 3, kind: 'file', files: [{ id: aMessageFile().id }] },
    ]);
    expect(messages[0]).toMatchObject({
      reactions: [{ emoji: '👍', userIds: [bob, cat] }],
      pinnedAt: said(0).createdAt,
      pinnedBy: 'importer',
    });
    // Signs of the first are one change.
    expect(messages.map(({ rev }) => rev)).toEqual([4, 2, 3]);
    const restarted = await restart();
    for (const again of [bench, restarted])
      await again.imported.store(importer, { chatId, items: [...items, said(3)] });
    expect((await found()).slice(0, 3)).toEqual(messages);
    expect((await found()).map(({ seq }) => seq)).toEqual([1, 2, 3, 4]);
  });

  it('keeps what came in first of what was said elsewhere, whatever comes under its id', async () => {
    const chatId = newChat();
    const said = (n: number, text: string) => ({
      senderId: ann.userId,
      clientMsgId: `import-${n}` as ClientMsgId,
      text,
      createdAt: `2017-07-14T02:4${n}:00.000Z`,
    });
    const store = (...items: ReturnType<typeof said>[]) =>
      bench.imported.store(actor('importer'), { chatId, items });
    await store(said(0, 'As it was'), said(0, 'At once, and other'));
    const edited = { ...said(0, 'As it was edited'), isPinned: true as const };
    await store(edited, said(1, 'What comes behind it'));
    const { items } = await bench.messages.list(ann, { chatId, limit: 100 });
    expect(items.map(({ text }) => text)).toEqual(['As it was', 'What comes behind it']);
    expect(items[0]).not.toHaveProperty('pinnedAt');
  });

  it('lets nobody send under an id of what was said elsewhere', async () => {
    const send = bench.say(ann, newChat(), 'silently', 'import-mine');
    await expect(send).rejects.toMatchObject({ code: 'validation_failed' });
  });

  it('weighs what was said and is still there', async () => {
    const chatId = newChat();
    bench.files.keep(aMessageFile());
    await append(chatId);
    const send = async (more: object) =>
      (await bench.messages.send(ann, { chatId, text: 'héé', ...more })).message;
    const first = await send({});
    await send({ fileIds: [aMessageFile().id] });
    await send({});
    const weigh = (afterSeq: number, limit: number) =>
      bench.chatLog.weigh(ann, { chatId, afterSeq, limit });
    const { size } = aMessageFile();
    expect(await weigh(0, 3)).toEqual({ messages: 2, files: 1, bytes: 10 + size });
    await bench.messages.remove(ann, { messageId: first.id, scope: 'everyone' });
    expect(await weigh(0, 2000)).toEqual({ messages: 2, files: 1, bytes: 10 + size });
    await bench.chatLog.forget(ann, { chatId, afterSeq: 0, limit: 3 });
    expect(await weigh(0, 2000)).toEqual({ messages: 1, files: 0, bytes: 5 });
  });

  it('lets nothing come back of what is too old, whoever was under way with it', async () => {
    const chatId = newChat();
    const input = { chatId, text: 'a secret', clientMsgId: 'c1' as ClientMsgId };
    const { message } = await bench.messages.send(ann, input);
    const { message: last } = await bench.messages.send(ann, { ...input, clientMsgId: undefined });
    const messageId = message.id;
    const late = await restart();

    // Emptied, while a process still takes it for visible.
    await bench.chatLog.forget(ann, { chatId, afterSeq: 0, limit: 1 });
    const edit = () => late.messages.edit(ann, { messageId, text: 'again' });
    const react = () => late.reactions.react(ann, { messageId, emoji: '👍', isOn: true });
    const pin = () => late.pins.pin(ann, { messageId, isPinned: true });
    for (const change of [edit, react, pin])
      await expect(change()).rejects.toMatchObject({ code: 'gone' });

    bench.access.keepFrom(chatId, 2);
    for (const change of [edit, react, pin])
      await expect(change()).rejects.toMatchObject({ code: 'not_found' });
    const reply = late.messages.send(ann, { ...input, clientMsgId: undefined, replyTo: messageId });
    await expect(reply).rejects.toMatchObject({ code: 'not_found' });

    // A late repetition of the send has its place, and no other.
    for (const each of [bench, late]) {
      const again = await each.messages.send(ann, input);
      expect(again).toMatchObject({ isCreated: false, message: { seq: message.seq, text: '' } });
    }
    const page = await late.messages.list(ann, { chatId, aroundSeq: 1, limit: 50 });
    expect(page.items.map(({ id }) => id)).toEqual([last.id]);
    expect(page.page).toMatchObject({ visibleFromSeq: 2, headSeq: 2, headRev: 2, hasMore: false });
  });

  it('has the changes that were faster than its forgetting, empty', async () => {
    await fc.assert(
      fc.asyncProperty(fc.infiniteStream(fc.boolean()), async (first) => {
        const chatId = newChat();
        const said = await Promise.all(
          ['one', 'two', 'three'].map((text) => bench.messages.send(ann, { chatId, text })),
        );
        const edits = said.map(({ message }) => () => {
          const edit = bench.messages.edit(ann, { messageId: message.id, text: 'at last' });
          // Too late.
          return edit.catch((error: unknown) => expect(error).toMatchObject({ code: 'gone' }));
        });
        const forget = () => bench.chatLog.forget(ann, { chatId, afterSeq: 0, limit: 3 });
        const acts = edits.flatMap((edit) => (first.next().value ? [edit] : []));
        await Promise.all([...acts.map((act) => act()), forget(), ...edits.map((act) => act())]);
        const { items, page } = await bench.chatLog.changes(ann, {
          chatId,
          afterRev: 0,
          limit: 100,
        });
        expect(items.map(({ text }) => text)).toEqual(['', '', '']);
        expect(page).toMatchObject({ headSeq: 3, toRev: page.headRev });
      }),
      { numRuns: 20 },
    );
  });

  it('asks nobody who reads, and leaves nothing out', async () => {
    const chatId = 'unknown-to-access' as ChatId;
    for (const n of [1, 2, 3]) await append(chatId, `m${n}`);
    const changes = { chatId, afterRev: 1, limit: 1 };
    const { items, page } = await bench.chatLog.changes(actor('nobody'), changes);
    expect(items.map(({ seq }) => seq)).toEqual([2]);
    expect(page).toMatchObject({ toRev: 2, hasMore: true, headSeq: 3, headRev: 3 });
  });

  it('knows the ends of many logs, also of those it has never seen', async () => {
    const chats = Array.from({ length: 40 }, newChat);
    await Promise.all(chats.slice(1).flatMap((chat) => [append(chat, 'a'), append(chat, 'b')]));
    const restarted = await restart();
    for (const one of [bench, restarted, restarted]) {
      const { items } = await one.chatLog.heads(ann, { chatIds: chats });
      expect(items).toEqual(
        chats.map((chatId, i) => ({ chatId, headSeq: i ? 2 : 0, headRev: i ? 2 : 0 })),
      );
    }
  });
});

describe('ChatLog under concurrent sends, edits and deletions of two processes', () => {
  const step = fc.record({
    what: fc.constantFrom('send', 'send', 'system', 'edit', 'edit', 'remove'),
    who: fc.nat(2),
    process: fc.nat(1),
    target: fc.nat(5),
  });

  it('keeps seq and rev contiguous, and every answer true', async () => {
    const second = await restart();
    const processes = [bench, second];
    const story = fc.array(step, { minLength: 5, maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(story, async (steps) => {
        const chatId = newChat();
        const first: Message[] = [];
        for (let n = 0; n < 6; n++) first.push(await bench.say(people[n % 3]!, chatId, `t${n}`));
        const answers = steps.map(({ what, who, process, target }, n) =>
          act(processes[process]!, what, people[who]!, first[target]!, n),
        );
        const given = (await Promise.all(answers)).filter((one) => one !== undefined);
        await mustBeSound(chatId, [...first, ...given]);
      }),
      { numRuns: 15 },
    );
  }, 60_000);

  /** What the step answered; undefined when it was refused, as a deleted message is to editors. */
  async function act(
    at: MessageBench,
    what: string,
    who: Actor,
    target: Message,
    n: number,
  ): Promise<Message | undefined> {
    const { chatId, id: messageId, senderId } = target;
    if (what === 'send') return at.say(who, chatId, `send ${n}`);
    if (what === 'system') {
      return at.chatLog.append(who, { chatId, clientMsgId: `s${n}` as ClientMsgId, system });
    }
    if (what === 'remove') return at.messages.remove(who, { messageId, scope: 'everyone' });
    const author = people.find(({ userId }) => userId === senderId)!;
    return at.messages.edit(author, { messageId, text: `edit ${n}` }).catch((error: unknown) => {
      // Somebody has deleted it before: the one refusal that this story knows.
      expect(error).toMatchObject({ code: 'gone' });
      return undefined;
    });
  }

  async function mustBeSound(chatId: ChatId, answers: readonly Message[]): Promise<void> {
    const { items, page } = await bench.messages.list(ann, { chatId, limit: 100 });
    expect(items.map(({ seq }) => seq)).toEqual(items.map((_, i) => i + 1));
    // Every change took one rev: as many as all versions together.
    expect(page.headRev).toBe(items.reduce((sum, { version }) => sum + version, 0));
    for (const answer of answers) {
      const stored = items[answer.seq - 1]!;
      expect(stored.id).toBe(answer.id);
      expect(stored.rev).toBeGreaterThanOrEqual(answer.rev);
      if (stored.rev === answer.rev) expect(stored).toEqual(answer);
    }
    const { items: changes } = await bench.messages.changes(ann, {
      chatId,
      afterRev: 0,
      limit: 100,
    });
    expect([...changes].sort((a, b) => a.seq - b.seq)).toEqual(items);
  }
});
