import { TestBed } from '@angular/core/testing';
import { ChatId } from '@app/contracts';
import { aUser, ModelChat } from '@app/contracts/testing';
import { MemoryOutboxStorage } from '@app/web-realtime/live';
import { FakeChatServer, FakeKeptChats } from '@app/web-realtime/testing';
import { Session, type LocalData } from '@app/web-session';
import { ChatStore } from './chat-store';
import { OpenChatStore } from './open-chat-store';
import { provideFakeChats } from './testing/fake-wiring';

const [c1, c2] = [ChatId.parse('c1'), ChatId.parse('c2')];
const [me, ann] = [aUser('me'), aUser('ann')];

const settle = async (ms = 0): Promise<void> => {
  TestBed.tick();
  await jest.advanceTimersByTimeAsync(ms);
  TestBed.tick();
  await jest.advanceTimersByTimeAsync(0);
};

/** Long enough for all to be written. */
const WRITTEN_MS = 6000;

function aWorld(storedBefore = 3) {
  const crew = new ModelChat(c1, [me, ann], { name: 'Crew' });
  const other = new ModelChat(c2, [me, ann], { name: 'Other' });
  for (let n = 1; n <= storedBefore; n++) crew.append(ann.id, { text: `old ${n}` });
  other.append(ann.id, { text: 'elsewhere' });
  crew.read(me.id, storedBefore);
  return { crew, server: new FakeChatServer(me, [crew, other]) };
}

/** A visit in the browser that has kept this; its server may be away. */
function aVisit(world: ReturnType<typeof aWorld>, kept = new FakeKeptChats(), isOnline = true) {
  TestBed.resetTestingModule();
  const providers = provideFakeChats(world.server, new MemoryOutboxStorage(), false, kept);
  TestBed.configureTestingModule({ providers });
  const local: LocalData[] = [];
  Object.assign(TestBed.inject(Session), { keeps: (data: LocalData) => local.push(data) });
  if (!isOnline) world.server.goOffline();
  world.server.isReachable = isOnline;
  const list = TestBed.inject(ChatStore);
  const store = TestBed.inject(OpenChatStore);
  const texts = () => store.messages().map((m) => m.text);
  return { ...world, kept, list, store, texts, local };
}

/** A world and a browser that has seen `c1` of it. */
async function aRemembered(storedBefore = 3) {
  const visit = aVisit(aWorld(storedBefore));
  await settle();
  await visit.store.open(c1);
  await settle(WRITTEN_MS);
  return visit;
}

describe('what is kept of chats', () => {
  beforeEach(() => {
    jest.useFakeTimers();
    localStorage.clear();
  });
  afterEach(() => jest.useRealTimers());

  it('is read without a network, with the names of those who speak', async () => {
    const before = await aRemembered();
    const { list, store, texts } = aVisit(before, before.kept, false);
    await store.open(c1);
    await settle();
    expect(texts()).toEqual(['old 1', 'old 2', 'old 3']);
    expect([store.openProblem(), store.isSettled()]).toEqual([null, true]);
    expect(list.people().get(ann.id)?.name).toBe('ann');
  });

  it('comes with its unread line, though the network is there before it is read', async () => {
    const before = await aRemembered();
    before.server.hears(before.crew, ann.id, 'news');
    await settle(WRITTEN_MS);
    const { store, server, kept, texts } = aVisit(before, before.kept, false);
    const { promise, resolve } = Promise.withResolvers<undefined>();
    const load = kept.load.bind(kept);
    const loads = jest.spyOn(kept, 'load');
    loads.mockImplementation(() => new Promise(() => undefined));
    loads.mockImplementationOnce(async (chatId) => {
      await promise;
      return load(chatId);
    });
    void store.open(c1);
    await settle();
    server.isReachable = true;
    server.goOnline();
    await settle();
    resolve(undefined);
    await settle();
    expect([texts().at(-1), store.unreadLineSeq()]).toEqual(['news', 3]);
  });

  it.each([
    ['read up to 3', undefined, { aroundSeq: 4 }],
    ['followed by a link', 70, { aroundSeq: 70 }],
  ])('says where to read on, %s, before the server has', async (_, seq, wish) => {
    const before = await aRemembered();
    for (let n = 1; n <= 90; n++) before.server.hears(before.crew, ann.id, `news ${n}`);
    await settle(WRITTEN_MS);
    const { store, server } = aVisit(before);
    const request = server.request.bind(server);
    const asked = jest.spyOn(server, 'request').mockImplementation((method, path, options) => {
      const isHeld = path === 'sync' || path === 'chats/c1';
      return isHeld ? new Promise(() => undefined) : request(method, path, options);
    });
    void store.open(c1, seq);
    await settle();
    const pages = asked.mock.calls.filter(([, path]) => path === 'messages/c1');
    expect(pages.map(([, , options]) => options?.query)).toEqual([{ ...wish, limit: 50 }]);
  });

  it('is shown before the server has answered, and then brought to where it is', async () => {
    const before = await aRemembered();
    before.crew.append(ann.id, { text: 'missed' });
    before.crew.edit(2, 'corrected');
    const { store, server, texts } = aVisit(before, before.kept, false);
    void store.open(c1);
    await settle();
    expect(texts()).toEqual(['old 1', 'old 2', 'old 3']);
    server.isReachable = true;
    server.goOnline();
    await settle(1000);
    expect(texts()).toEqual(['old 1', 'corrected', 'old 3', 'missed']);
    expect(store.isRepairing()).toBe(false);
  });

  it('begins to read anew, at the first unread message, when the server knows of more', async () => {
    const before = await aRemembered();
    for (let n = 1; n <= 60; n++) before.crew.append(ann.id, { text: `news ${n}` });
    const { store, texts } = aVisit(before, before.kept);
    const begun = store.beginnings();
    await store.open(c1);
    await settle(1000);
    expect(texts().at(-1)).toBe('news 60');
    expect([store.beginnings() > begun, store.unreadLineSeq()]).toEqual([true, 3]);
  });

  it.each([true, false])(
    'ends at the message of a link, far behind; online: %s',
    async (isOnline) => {
      const before = await aRemembered(30);
      for (let n = 31; n <= 900; n++) before.crew.append(ann.id, { text: `old ${n}` });
      const { store, server, texts } = aVisit(before, before.kept, isOnline);
      void store.open(c1, 400);
      await settle();
      const begun = store.beginnings();
      server.isReachable = true;
      server.goOnline();
      await settle(2000);
      expect([texts().includes('old 400'), store.hasNewer()]).toEqual([true, true]);
      // What was on the screen meanwhile was another place.
      expect(store.beginnings() > begun).toBe(!isOnline);
    },
  );

  it('is read on from where one was when far more has happened without a line', async () => {
    const { store, server, crew, texts } = await aRemembered(300);
    await store.open(c1, 100);
    server.goOffline();
    for (let n = 1; n <= 600; n++) crew.append(ann.id, { text: `missed ${n}` });
    await settle(4000);
    server.goOnline();
    await settle(2000);
    expect([texts().includes('old 100'), store.hasNewer()]).toEqual([true, true]);
  });

  it('says so where nothing of a chat is kept, and shows it with the network', async () => {
    const before = await aRemembered();
    const { store, server, texts } = aVisit(before, before.kept, false);
    await store.open(c2);
    await settle(4000);
    expect([texts(), store.openProblem()]).toEqual([[], 'not_kept']);
    server.isReachable = true;
    server.goOnline();
    await settle(1000);
    expect([texts(), store.openProblem()]).toEqual([['elsewhere'], null]);
  });

  it('is shown again when one comes back to it without a network', async () => {
    const { store, server, texts } = await aRemembered();
    server.isReachable = false;
    server.goOffline();
    await store.open(c2);
    await store.open(c1);
    await settle();
    expect(texts()).toEqual(['old 1', 'old 2', 'old 3']);
  });

  it('is nothing to a server on which older data was restored', async () => {
    const before = await aRemembered(30);
    const restored = aWorld(4);
    restored.crew.edit(4, 'another history');
    const { store, texts, kept } = aVisit(restored, before.kept);
    await settle(1000);
    await store.open(c1);
    await settle(WRITTEN_MS);
    expect(texts()).toEqual(['old 1', 'old 2', 'old 3', 'another history']);
    expect(kept.chats.get(c1)?.messages.map(({ text }) => text)).toEqual(texts());
  });

  it('goes with the chat, and with whoever signs out', async () => {
    const { kept, server, local } = await aRemembered();
    expect([...kept.chats.keys()]).toEqual([c1]);
    for (const data of local) await data.forget();
    expect(kept.chats.size).toBe(0);

    const again = await aRemembered();
    again.server.tell('chat_deleted', { chatId: c1 });
    await settle(WRITTEN_MS);
    expect([...again.kept.chats.keys()]).toEqual([]);
    expect(server).toBeDefined();
  });
});
