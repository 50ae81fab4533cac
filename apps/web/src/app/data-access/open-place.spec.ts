import { TestBed } from '@angular/core/testing';
import { MemoryOutboxStorage } from '@app/web-realtime/live';
import { FakeKeptChats, type FakeChatServer } from '@app/web-realtime/testing';
import { ConnectionLost, RequestProblem } from '@app/web-session';
import { OpenChatStore } from './open-chat-store';
import { ann, anOpenOne, aStore, aWorld, c1, c2, me, settle } from './testing/chat-world';
import { provideFakeChats } from './testing/fake-wiring';

/** Not what the archive may reject with. */
const bug = new TypeError('no such property');
const page = 'GET messages/c1';
const away = () => new RequestProblem('service_unavailable', 503, {});

describe('OpenPlace', () => {
  beforeEach(() => {
    jest.useFakeTimers();
    localStorage.clear();
  });
  afterEach(() => jest.useRealTimers());

  it('shows why the server refuses a place, and no longer than that', async () => {
    const { store, server } = await anOpenOne(300);
    server.failOnce(page, new RequestProblem('forbidden', 403, {}));
    await store.open(c1, 100);
    expect(store.openProblem()).toBe('forbidden');
    await store.open(c1, 100);
    expect([store.openProblem(), store.messages()[0]?.text]).toEqual([null, 'old 75']);
  });

  it('looks for messages before it says that there are none', async () => {
    const { store, texts } = await aStore(aWorld(2));
    const told: unknown[] = [];
    const tell = () => told.push([store.isLoading(), texts().length]);
    void store.open(c1);
    tell();
    await settle();
    tell();
    void store.open(c2);
    tell();
    await settle();
    tell();
    expect(told).toEqual([
      [true, 0],
      [false, 2],
      [true, 0],
      [false, 0],
    ]);
  });

  it('begins where reading stopped, also when all that is unread has come live', async () => {
    const world = aWorld(2);
    world.crew.read(me.id, 2);
    const { store, server, crew, texts } = await aStore(world);
    for (let n = 1; n <= 30; n++) server.hears(crew, ann.id, `new ${n}`);
    await settle();
    void store.open(c1);
    await settle();
    expect([store.unreadLineSeq(), ...texts().slice(0, 3)]).toEqual([2, 'old 1', 'old 2', 'new 1']);
  });

  it('says nothing of a lost line: what is known is shown', async () => {
    const { store, server, texts } = await anOpenOne(300);
    server.failOnce(page, new ConnectionLost());
    void store.open(c1, 100);
    await settle(2000);
    expect([store.openProblem(), texts().length > 0]).toEqual([null, true]);
  });

  it('keeps what is known in sight while a part of the system is away, and goes on', async () => {
    const { store, server, crew, texts } = await anOpenOne();
    server.goOffline();
    await settle(5000);
    crew.append(ann.id, { text: 'meanwhile' });
    for (const route of ['GET chats/c1', 'GET chats/c1', page]) server.failOnce(route, away());
    server.goOnline();
    for (let n = 0; n < 40; n++) {
      await settle(100);
      expect([store.openProblem(), texts().length >= 2]).toEqual([null, true]);
    }
    expect([texts(), store.isSettled()]).toEqual([['old 1', 'old 2', 'meanwhile'], true]);
  });

  it('says so where nothing is known, until the part is back', async () => {
    const { store, server, texts } = await aStore(aWorld(2));
    for (let n = 0; n < 3; n++) server.failOnce(page, away());
    const told = new Set<string | null>();
    void store.open(c1);
    for (let n = 0; n < 100; n++) {
      await settle(100);
      told.add(store.openProblem());
    }
    expect([...told]).toEqual([null, 'not_now']);
    expect([store.openProblem(), texts()]).toEqual([null, ['old 1', 'old 2']]);
  });

  it('does not come back to a place that failed when another was asked for since', async () => {
    const { store, server } = await anOpenOne(300);
    server.asked.length = 0;
    server.failOnce(page, away());
    void store.open(c1, 100);
    await settle();
    void store.open(c1, 200);
    await settle(5000);
    expect(store.messages().map(({ seq }) => seq)).toContain(200);
    expect(server.asked.filter((route) => route === page)).toHaveLength(2);
  });

  it('hands on what nobody expects, as it is nothing that a chat could show', async () => {
    const { store, server } = await aStore(aWorld(2));
    server.failOnce(page, bug);
    await expect(store.open(c1)).rejects.toBe(bug);
    expect([store.openProblem(), store.isSettled()]).toEqual([null, true]);
  });

  it('hands it on from a place in the open chat, too', async () => {
    const { store, server } = await anOpenOne(300);
    server.failOnce(page, bug);
    await expect(store.open(c1, 100)).rejects.toBe(bug);
    expect(store.openProblem()).toBeNull();
  });

  it('does not show what was taken from me, until it is mine again', async () => {
    const { store, server, crew, texts } = await anOpenOne();
    server.tell('chat_deleted', { chatId: c1 });
    await settle();
    expect([store.openProblem(), store.chat()]).toEqual(['not_found', null]);
    server.tell('chat_created', crew.chatOf(me.id));
    await settle(2000);
    expect([store.openProblem(), texts()]).toEqual([null, ['old 1', 'old 2']]);
  });

  it('finds what is being read again, when too much has happened to keep what was loaded', async () => {
    const { store, server, crew } = await anOpenOne(300);
    await store.open(c1, 100);
    await store.loadOlder();
    store.lookAt(40);
    server.goOffline();
    for (let n = 301; n <= 900; n++) crew.append(ann.id, { text: `old ${n}` });
    server.goOnline();
    await settle(2000);
    const seqs = store.messages().map(({ seq }) => seq);
    expect([Math.min(...seqs), Math.max(...seqs)]).toEqual([15, 64]);
  });

  it('goes on before what was missed without a network by who was at the end', async () => {
    const { store, server, crew } = await anOpenOne();
    store.markRead(2);
    await settle(2000);
    server.goOffline();
    await settle(5000);
    for (let n = 3; n <= 42; n++) crew.append(ann.id, { text: `old ${n}` });
    const begun = store.beginnings();
    server.goOnline();
    expect(store.isSettled()).toBe(false);
    await settle(2000);
    const place = [store.isSettled(), store.unreadLineSeq(), store.beginnings() - begun];
    expect(place).toEqual([true, 2, 1]);
  });

  it('stays where it is when nothing was missed, or one was further up', async () => {
    const { store, server, crew } = await anOpenOne();
    const begun = store.beginnings();
    const comeAndGo = async () => {
      server.goOffline();
      await settle(5000);
      server.goOnline();
      await settle(2000);
      return [store.isSettled(), store.beginnings()];
    };
    expect(await comeAndGo()).toEqual([true, begun]);
    store.lookAt(1);
    crew.append(ann.id, { text: 'missed' });
    expect(await comeAndGo()).toEqual([true, begun]);
  });

  it('never takes away what is shown, whenever the line to the server comes up', async () => {
    for (let ready = 0; ready <= 16; ready++) {
      const { store, server, turns } = await aSlowOne();
      const opened = store.open(c1);
      const counts: number[] = [];
      for (let turn = 0; turn <= 40; turn++) {
        if (turn === ready) server.goOnline();
        turns.next();
        await settle();
        counts.push(store.messages().length);
      }
      await opened;
      const shown = counts.slice(counts.findIndex((count) => count > 0));
      expect([ready, shown.length > 1, shown.includes(0)]).toEqual([ready, true, false]);
    }
  });

  // Few that were missed are fetched one by one; many, as the newest page and the one to begin at.
  it.each([20, 700])(
    'begins to read at the unread line of %i, whenever the line comes up',
    async (n) => {
      for (let ready = 0; ready <= 20; ready++) {
        const { store, server, turns } = await aRememberedOne(n);
        const opened = store.open(c1);
        // What stood there when a list was first shown: it stays where it has begun.
        const shown = new Map<number, object>();
        for (let turn = 0; turn <= 60; turn++) {
          if (turn === ready) server.goOnline();
          turns.next();
          await settle();
          const beginning = store.beginnings();
          const isUnreadHere = store.messages().some(({ seq }) => seq === 4);
          if (store.messages().length > 0 && !shown.has(beginning))
            shown.set(beginning, { line: store.unreadLineSeq(), isUnreadHere });
        }
        await opened;
        const place = shown.get(store.beginnings());
        expect([ready, store.isSettled(), place]).toEqual([
          ready,
          true,
          { line: 3, isUnreadHere: true },
        ]);
      }
    },
  );

  it('stays at the place that was asked for, whenever the line comes up and a list asks for more', async () => {
    for (let ready = 0; ready <= 20; ready++) {
      const { store, server, turns } = await aRememberedOne(700);
      void store.open(c1, 300);
      for (let turn = 0; turn <= 60; turn++) {
        if (turn === ready) server.goOnline();
        // What is drawn first begins at its top, where a list asks for what is above.
        if (store.messages().some(({ seq }) => seq === 300)) void store.loadOlder();
        turns.next();
        await settle();
      }
      const isThere = store.messages().some(({ seq }) => seq === 300);
      expect([ready, isThere, store.hasNewer()]).toEqual([ready, true, true]);
    }
  });
});

/** Kept when all three messages were read; now there are `n`. Questions wait to be answered. */
async function aRememberedOne(n: number) {
  const kept = new FakeKeptChats();
  const before = aWorld(3);
  before.crew.read(me.id, 3);
  await (await aVisit(before, kept)).open(c1);
  await settle(5000);
  const { server, crew } = aWorld(n);
  crew.read(me.id, 3);
  const turns = new Turns();
  return { store: await aVisitBeforeTheLine(server, kept, () => turns.pass(1)), server, turns };
}

/**
 * Its first unread message is further back than its newest page. That nothing is kept of it, the
 * disk says after a turn; the server answers each question after four.
 */
async function aSlowOne() {
  const { server, crew } = aWorld(300);
  crew.read(me.id, 60);
  const [kept, turns] = [new FakeKeptChats(), new Turns()];
  jest.spyOn(kept, 'load').mockImplementation(() => turns.pass(1).then(() => undefined));
  return { store: await aVisitBeforeTheLine(server, kept, () => turns.pass(4)), server, turns };
}

/** What takes so many of them, one by one. */
class Turns {
  private waiting: (() => void)[] = [];

  async pass(count: number): Promise<void> {
    for (let turn = 0; turn < count; turn++) await new Promise<void>((go) => this.waiting.push(go));
  }

  next(): void {
    for (const go of this.waiting.splice(0)) go();
  }
}

/** Questions are answered without a line, too, each when `wait` is over. */
async function aVisitBeforeTheLine(
  server: FakeChatServer,
  kept: FakeKeptChats,
  wait: () => Promise<void>,
): Promise<OpenChatStore> {
  server.isReachable = false;
  const store = await aVisit({ server }, kept);
  Object.assign(server, { isReachable: true, answersEarly: true });
  const request = server.request.bind(server);
  jest.spyOn(server, 'request').mockImplementation(async (...asked) => {
    await wait();
    return request(...asked);
  });
  return store;
}

async function aVisit(
  { server }: Pick<ReturnType<typeof aWorld>, 'server'>,
  kept: FakeKeptChats,
): Promise<OpenChatStore> {
  TestBed.resetTestingModule();
  const providers = provideFakeChats(server, new MemoryOutboxStorage(), false, kept);
  TestBed.configureTestingModule({ providers });
  const store = TestBed.inject(OpenChatStore);
  await settle();
  return store;
}
