import { comparable, emptyState, gapOf, windowOf, type ClientState } from '@app/chat-state';
import { ChatId } from '@app/contracts';
import { aUser, ModelChat } from '@app/contracts/testing';
import { ConnectionLost, RequestProblem } from '@app/web-session';
import { ChatArchive } from './chat-archive';
import { SyncEngine } from './sync-engine';
import { FakeChatServer } from './testing';

const [c1, c2] = [ChatId.parse('c1'), ChatId.parse('c2')];
const [me, ann] = [aUser('me'), aUser('ann')];

function aClient(server: FakeChatServer) {
  let state: ClientState = emptyState(me);
  const engine = new SyncEngine({
    connection: server,
    archive: new ChatArchive(server),
    memory: { state: () => state, change: (step) => (state = step(state)) },
    random: () => 0.5,
  });
  const stop = engine.start();
  const log = (chatId = c1) => state.chats.get(chatId)!.log;
  const texts = (chatId = c1) => windowOf(log(chatId)).map((m) => m.text);
  return { engine, stop, log, texts, state: () => state };
}

/** A client that has opened the first of two chats, each with a message of Ann's. */
async function aWorld() {
  const chats = [c1, c2].map((chatId) => new ModelChat(chatId, [me, ann]));
  const server = new FakeChatServer(me, chats);
  for (const chat of chats) chat.append(ann.id, { text: `${chat.chatId} 1` });
  const client = aClient(server);
  server.goOnline();
  await settle();
  await client.engine.load(c1);
  server.asked.length = 0;
  return { ...client, server, one: chats[0]!, two: chats[1]! };
}

const settle = (ms = 0) => jest.advanceTimersByTimeAsync(ms);

/** From now on the server has this chat as it was at Ann's first message. */
function restored(server: FakeChatServer, chatId: ChatId): ModelChat {
  const older = new ModelChat(chatId, [me, ann]);
  older.append(ann.id, { text: `${chatId} 1` });
  server.add(older);
  return older;
}

/** What a client that has just come would know. */
async function fetched(server: FakeChatServer, ...opened: ChatId[]) {
  const fresh = aClient(server);
  server.goOnline();
  await settle();
  for (const chatId of opened) await fresh.engine.load(chatId);
  fresh.stop();
  return comparable(fresh.state());
}

describe('SyncEngine', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('fetches the chat list at the first ready, and holds what comes meanwhile', async () => {
    const chat = new ModelChat(c1, [me, ann]);
    const server = new FakeChatServer(me, [chat]);
    const client = aClient(server);
    server.goOnline();
    server.hears(chat, ann.id, 'early');
    await settle();
    expect(client.state().chats.get(c1)?.marks.unread).toBe(1);
    expect(gapOf(client.log())).toBeNull();
  });

  it('hears of settings that changed while nobody could tell', async () => {
    const { server, one, two, state } = await aWorld();
    const settings = () => [c1, c2].map((id) => state().chats.get(id)?.info?.settings.isFavourite);
    server.goOffline();
    one.wish({ isFavourite: true });
    server.goOnline();
    await settle();
    expect(settings()).toEqual([true, false]);
    const page = { nextCursor: null, hasMore: false };
    const lagging = { items: [one, two].map((chat) => chat.syncItemOf(me.id)), page };
    server.goOffline();
    jest.spyOn(ChatArchive.prototype, 'sync').mockResolvedValueOnce(lagging);
    server.goOnline();
    server.tell('chat_settings_changed', two.wish({ isFavourite: true }));
    await settle();
    expect(settings()).toEqual([true, true]);
  });

  it('brings an opened chat up by its changes, and no other', async () => {
    const { server, one, texts, state } = await aWorld();
    server.goOffline();
    one.append(ann.id, { text: 'missed' });
    one.edit(1, 'edited');
    server.goOnline();
    await settle();
    expect(texts()).toEqual(['edited', 'missed']);
    expect(server.asked).toEqual(['GET sync', 'GET chats/c1/changes']);
    expect(state().chats.get(c1)!.marks).toMatchObject({ unread: 2, isExact: true });
  });

  it('asks again for a page that the row has overtaken on its way', async () => {
    const { engine, server, two, texts, log } = await aWorld();
    const asked = new ChatArchive(server);
    const overtaken = async (chatId: ChatId) => {
      const early = await asked.page(chatId);
      two.append(ann.id, { text: 'said meanwhile' });
      engine.adopt(await asked.chat(chatId));
      return early;
    };
    const page = jest.spyOn(ChatArchive.prototype, 'page');
    page.mockImplementationOnce((chatId) => overtaken(chatId));
    await engine.load(c2);
    expect(texts(c2)).toEqual(['c2 1', 'said meanwhile']);
    expect(gapOf(log(c2))).toBeNull();
  });

  it('updates counters and the last line of chats that nobody has opened', async () => {
    const { server, two, state } = await aWorld();
    server.goOffline();
    two.append(ann.id, { text: 'for @me' });
    server.goOnline();
    await settle();
    const { marks, info, log } = state().chats.get(c2)!;
    expect(marks).toMatchObject({ unread: 2, mentions: 1 });
    expect([info?.lastMessage?.text, log.rev]).toEqual(['for @me', 2]);
    expect(server.asked).toEqual(['GET sync', 'GET chats']);
  });

  it('ends in what a fresh client fetches', async () => {
    const { server, one, two, state, engine } = await aWorld();
    server.goOffline();
    for (let n = 0; n < 150; n++) one.append(ann.id, { text: `${n}` });
    one.remove(3, ann.id);
    two.append(me.id, { text: 'from my other device' });
    server.goOnline();
    await settle();
    await engine.load(c2);
    expect(comparable(state())).toEqual(await fetched(server, c1, c2));
  });

  it('hides what I have deleted for myself elsewhere meanwhile, opened or not', async () => {
    const { engine, server, one, two, texts, state } = await aWorld();
    server.goOffline();
    for (const chat of [one, two]) chat.hide(1);
    server.goOnline();
    await settle();
    expect(texts()).toEqual(['']);
    for (const chatId of [c1, c2]) {
      const { info, marks } = state().chats.get(chatId)!;
      expect([info?.lastMessage?.text, marks.unread, marks.isExact]).toEqual(['', 0, true]);
    }
    // What is unread in a chat that is not loaded, only the server can count.
    const hidden = ['GET chats/c1/hidden', 'GET chats/c2/hidden'];
    expect(server.asked).toEqual(['GET sync', ...hidden, 'GET chats/c2']);
    await engine.load(c2);
    expect(comparable(state())).toEqual(await fetched(server, c1, c2));
  });

  it('asks for what it was not told of, once a later one is', async () => {
    const { server, one, texts } = await aWorld();
    for (const text of ['two', 'three']) server.hears(one, ann.id, text);
    one.hide(1);
    server.tell('message_hidden', one.hide(3));
    expect(texts()).toEqual(['c1 1', 'two', '']);
    await settle(300);
    expect(texts()).toEqual(['', 'two', '']);
    expect(server.asked).toEqual(['GET chats/c1/hidden']);
  });

  it('fetches a chat anew where I have hidden more than one answer tells', async () => {
    const { server, one, texts, state } = await aWorld();
    server.goOffline();
    one.append(ann.id, { text: 'two' });
    for (const seq of [1, 2]) one.hide(seq);
    jest.spyOn(one, 'hidden').mockImplementation((after) => ({
      ...ModelChat.prototype.hidden.call(one, after, 1),
    }));
    server.goOnline();
    await settle();
    expect(texts()).toEqual(['', '']);
    expect(comparable(state())[c1]).toEqual((await fetched(server, c1))[c1]);
  });

  it('forgets chats that are no longer mine and fetches those that are new', async () => {
    const { server, state } = await aWorld();
    server.goOffline();
    server.drop(c2);
    server.add(new ModelChat(ChatId.parse('c3'), [me]));
    server.goOnline();
    await settle();
    expect([...state().chats.keys()]).toEqual(['c1', 'c3']);
  });

  it('starts anew with the newest page when it is far behind', async () => {
    const { server, one, texts, log, state } = await aWorld();
    server.goOffline();
    for (let n = 0; n < 600; n++) one.append(ann.id, { text: `${n}` });
    server.goOnline();
    await settle();
    expect(server.asked.filter((name) => name.includes('changes'))).toEqual([]);
    expect([texts().length, texts().at(-1), log().headSeq]).toEqual([50, '599', 601]);
    expect(state().chats.get(c1)!.marks).toMatchObject({ unread: 601, isExact: true });
  });

  it('takes what there is where older data was restored, and goes on from it', async () => {
    const { engine, server, one, two, texts, state } = await aWorld();
    server.hears(one, ann.id, 'lost');
    server.hears(two, ann.id, 'lost, too');
    server.goOffline();
    const older = restored(server, c1);
    restored(server, c2);
    server.goOnline();
    await settle();
    expect(texts()).toEqual(['c1 1']);
    expect(state().chats.get(c2)!.info!.lastMessage!.text).toBe('c2 1');

    server.hears(older, ann.id, 'anew');
    expect(texts()).toEqual(['c1 1', 'anew']);
    await engine.load(c2);
    expect(comparable(state())).toEqual(await fetched(server, c1, c2));
  });

  it('loses nothing that came while older data was looked for', async () => {
    const { server, one, texts } = await aWorld();
    server.hears(one, ann.id, 'lost');
    server.goOffline();
    const older = restored(server, c1);
    const page = jest.spyOn(ChatArchive.prototype, 'page');
    const asked = new ChatArchive(server);
    page.mockImplementationOnce(async (chatId) => {
      const early = await asked.page(chatId);
      server.hears(older, ann.id, 'said meanwhile');
      return early;
    });
    server.goOnline();
    await settle();
    expect(texts()).toEqual(['c1 1', 'said meanwhile']);
  });

  it('keeps what it has where the server only lags', async () => {
    const { server, one, two, texts } = await aWorld();
    server.goOffline();
    const page = { nextCursor: null, hasMore: false };
    const lagging = { items: [one, two].map((chat) => chat.syncItemOf(me.id)), page };
    lagging.items[0]!.headRev = 0;
    jest.spyOn(ChatArchive.prototype, 'sync').mockResolvedValueOnce(lagging);
    server.goOnline();
    await settle();
    expect(texts()).toEqual(['c1 1']);
    expect(server.asked).toEqual(['GET chats/c1/changes']);
  });

  it('repairs a gap in live events after a moment, once', async () => {
    const { server, one, texts, log } = await aWorld();
    one.append(ann.id, { text: 'lost' });
    server.hears(one, ann.id, 'three');
    server.hears(one, ann.id, 'four');
    expect(gapOf(log())).toEqual({ afterRev: 1, beforeRev: 3 });
    await settle(300);
    expect(texts()).toEqual(['c1 1', 'lost', 'three', 'four']);
    expect(server.asked).toEqual(['GET chats/c1/changes']);
  });

  it('asks for nothing when the missing event comes by itself', async () => {
    const { server, one, log } = await aWorld();
    const late = one.append(ann.id, { text: 'late' });
    server.hears(one, ann.id, 'three');
    server.tell('new_message', late);
    await settle(1000);
    expect([gapOf(log()), server.asked]).toEqual([null, []]);
  });

  it('repairs a chat whose head the server had to find anew', async () => {
    const { server, one, texts } = await aWorld();
    one.append(ann.id, { text: 'lost' });
    server.tell('chat_head', { chatId: c1, headSeq: 2, headRev: 2 });
    await settle(300);
    expect(texts()).toEqual(['c1 1', 'lost']);
  });

  it('tries again after failures, until it succeeds', async () => {
    const { server, one, texts } = await aWorld();
    server.failOnce('GET chats/c1/changes', new RequestProblem('service_unavailable', 503, {}));
    one.append(ann.id, { text: 'lost' });
    server.tell('chat_head', { chatId: c1, headSeq: 2, headRev: 2 });
    await settle(300);
    server.failOnce('GET chats/c1/changes', new ConnectionLost());
    await settle(5000);
    expect(texts()).toEqual(['c1 1', 'lost']);
  });

  it('begins anew at the next ready when the line is lost in a repair', async () => {
    const { server, one, texts } = await aWorld();
    one.append(ann.id, { text: 'lost' });
    server.tell('chat_head', { chatId: c1, headSeq: 2, headRev: 2 });
    server.goOffline();
    await settle(60_000);
    expect(texts()).toEqual(['c1 1']);
    server.goOnline();
    await settle();
    expect(texts()).toEqual(['c1 1', 'lost']);
  });

  it('gets to know a chat of which an event tells, or learns that it is not mine', async () => {
    const { server, state } = await aWorld();
    const [mine, foreign] = ['c3', 'c4'].map((id) => new ModelChat(ChatId.parse(id), [me, ann]));
    server.add(mine!);
    server.hears(mine!, ann.id, 'hello');
    server.hears(foreign!, ann.id, 'not for me');
    await settle(1000);
    expect([...state().chats.keys()]).toEqual(['c1', 'c2', 'c3']);
    expect(state().chats.get(ChatId.parse('c3'))?.marks.unread).toBe(1);
  });

  it('fetches counters that it can only guess', async () => {
    const { server, two, state } = await aWorld();
    for (let n = 0; n < 80; n++) server.hears(two, ann.id, `${n}`);
    const before = state().chats.get(c2)!.marks;
    expect([before.unread, before.isExact]).toEqual([81, true]);
    server.tell('message_deleted', two.remove(1, ann.id));
    await settle(1000);
    expect(state().chats.get(c2)!.marks).toMatchObject({ unread: 80, isExact: true });
  });
});
