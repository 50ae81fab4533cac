import { TestBed } from '@angular/core/testing';
import { ChatId } from '@app/contracts';
import { MemoryOutboxStorage } from '@app/web-realtime/live';
import { ChatStore } from './chat-store';
import { OpenChatStore } from './open-chat-store';
import { ann, anOpenOne, aStore, aWorld, c1, c2, hour, me, settle } from './testing/chat-world';
import { provideFakeChats } from './testing/fake-wiring';

describe('OpenChatStore', () => {
  beforeEach(() => {
    jest.useFakeTimers();
    localStorage.clear();
  });
  afterEach(() => jest.useRealTimers());

  it('opens a chat at its end and tells the server that it is open', async () => {
    const { store, server, texts } = await anOpenOne();
    expect(texts()).toEqual(['old 1', 'old 2']);
    expect(store.chat()).toMatchObject({ name: 'Crew', myRole: 'owner' });
    expect(store.members().map((m) => m.user.name)).toEqual(['me', 'ann']);
    expect(server.asked).toContain('join_chat');
    expect(store.completeTo()).toBe(2);
  });

  it('says nothing new of the open chat when something happens elsewhere', async () => {
    const { store, server, direct } = await anOpenOne();
    const told = () => [store.chat(), store.messages(), store.pending(), store.members()];
    const before = told();
    server.hears(direct, ann.id, 'elsewhere');
    expect(told().map((part, at) => part === before[at])).toEqual([true, true, true, true]);
  });

  it('says why a chat cannot be shown', async () => {
    const { store } = await aStore();
    await store.open(ChatId.parse('c9'));
    expect([store.openProblem(), store.chat()]).toEqual(['not_member', null]);
  });

  it('shows a message at once and never twice', async () => {
    const { list, store, texts, pending } = await anOpenOne();
    store.write('on my way');
    store.send('on my way');
    await Promise.resolve();
    expect([pending(), store.draft(), list.queuedCount()]).toEqual([['on my way'], '', 1]);
    await settle();
    expect([pending(), texts().at(-1), list.queuedCount()]).toEqual([[], 'on my way', 0]);
  });

  it('sends once what is sent again before the outbox is there', async () => {
    const { store, texts, pending } = await anOpenOne();
    store.write('on my way');
    for (let n = 0; n < 3; n++) store.send('on my way');
    expect([store.isLeaving(), store.draft()]).toEqual([true, 'on my way']);
    await settle();
    expect([pending(), texts().slice(2), store.isLeaving()]).toEqual([[], ['on my way'], false]);
    store.send('on my way');
    await settle();
    expect(texts().slice(2)).toEqual(['on my way', 'on my way']);
  });

  it('keeps a stored message on the screen while a gap before it is open', async () => {
    const { store, crew, texts, pending } = await anOpenOne();
    crew.append(ann.id, { text: 'lost' });
    store.send('mine');
    await settle();
    expect([texts().length, pending(), store.isRepairing()]).toEqual([2, ['mine'], true]);
    await settle(300);
    expect([texts().slice(2), pending(), store.gap()]).toEqual([['lost', 'mine'], [], null]);
  });

  it('keeps what is written offline over a reload and sends it later, in order', async () => {
    const storage = new MemoryOutboxStorage();
    const world = aWorld();
    const { list, store, server } = await aStore(world, storage);
    await store.open(c1);
    server.goOffline();
    for (const text of ['one', 'two', 'three']) store.send(text);
    await settle(3000);
    expect([list.connection(), list.queuedCount()]).toEqual(['offline', 3]);
    server.isReachable = false;
    const later = await aStore(world, storage);
    await later.store.open(c1);
    expect(later.pending()).toEqual(['one', 'two', 'three']);
    server.isReachable = true;
    server.goOnline();
    await settle();
    expect([later.texts(), later.pending()]).toEqual([['one', 'two', 'three'], []]);
    expect(later.list.connection()).toBe('online');
  });

  it('counts what was refused by itself: it is not on its way', async () => {
    const { list, store, server } = await anOpenOne();
    server.refuse('too much', 'forbidden');
    for (const text of ['too much', 'enough']) store.send(text);
    await settle();
    expect([list.queuedCount(), list.failedCount()]).toEqual([0, 1]);
    server.goOffline();
    store.send('later');
    await settle();
    expect([list.queuedCount(), list.failedCount()]).toEqual([1, 1]);
  });

  it('puts older messages in front, one page at a time', async () => {
    const { store, server, texts } = await anOpenOne(120);
    expect([texts().length, store.hasOlder()]).toEqual([50, true]);
    server.asked.length = 0;
    await Promise.all([store.loadOlder(), store.loadOlder()]);
    expect([texts().length, server.asked]).toEqual([100, ['GET messages/c1']]);
    await store.loadOlder();
    expect([texts().length, store.hasOlder()]).toEqual([120, false]);
  });

  it('jumps to a message far back, reads on from there, and returns to the end', async () => {
    const { store, server, crew, texts } = await anOpenOne(300);
    await store.open(c1, 100);
    expect([texts()[0], texts().at(-1), store.hasNewer()]).toEqual(['old 75', 'old 124', true]);
    server.hears(crew, ann.id, 'live');
    expect(texts().at(-1)).toBe('old 124');
    await store.loadNewer();
    await store.loadNewer();
    expect([texts().length, store.hasNewer()]).toEqual([150, true]);
    await store.loadNewest();
    expect([texts().at(-1), store.hasNewer()]).toEqual(['live', false]);
  });

  it('follows a link into the past of a chat that was not open before', async () => {
    const { store, texts } = await aStore(aWorld(300));
    const opened = store.open(c1, 100);
    TestBed.tick();
    await opened;
    await settle();
    expect([texts()[0], texts().at(-1), store.hasNewer()]).toEqual(['old 75', 'old 124', true]);
  });

  it('joins the window of a jump with the end when they meet', async () => {
    const { store, texts } = await anOpenOne(120);
    await store.open(c1, 30);
    await store.loadNewer();
    expect([store.hasNewer(), texts().at(-1)]).toEqual([false, 'old 120']);
    expect(texts()).toHaveLength(116);
  });

  it('finds the first message of a day without loading what is between', async () => {
    const { store, server, texts } = await anOpenOne(1000);
    expect(await store.findDay(c1, hour(400))).toBe(400);
    expect([server.asked.length < 20, texts().length]).toEqual([true, 50]);
  });

  it('lets go of what was passed, and fetches it again when one comes back', async () => {
    const { store, server, texts } = await anOpenOne(1000);
    for (let page = 0; page < 12; page++) {
      store.lookAt(store.messages()[0]!.seq);
      await store.loadOlder();
      store.makeRoom();
    }
    expect([texts()[0], texts().at(-1), store.hasNewer()]).toEqual(['old 351', 'old 751', true]);
    server.asked.length = 0;
    for (let page = 0; page < 2; page++) {
      store.lookAt(store.messages().at(-1)!.seq);
      await store.loadNewer();
      store.makeRoom();
    }
    expect([texts()[0], texts().at(-1)]).toEqual(['old 551', 'old 851']);
    expect(server.asked).toHaveLength(2);
    await store.loadNewest();
    expect([texts().at(-1), store.hasNewer(), server.asked.length]).toEqual(['old 1000', false, 2]);
  });

  it('lets go of the beginning while others speak and one only watches the end', async () => {
    const { server, crew, texts } = await anOpenOne(2);
    for (let n = 1; n <= 1000; n++) server.hears(crew, ann.id, `live ${n}`);
    await settle();
    expect([texts().length < 500, texts().at(-1)]).toEqual([true, 'live 1000']);
  });

  it('asks again for a page that is too old to be taken', async () => {
    const { store, server, crew, texts } = await anOpenOne(1000);
    for (let page = 0; page < 8; page++) await store.loadOlder();
    const from = store.messages()[0]!.seq;
    const late = crew.page({ beforeSeq: from });
    server.tell('message_edited', crew.edit(from - 1, 'corrected'));
    server.hears(crew, ann.id, 'one more');
    store.lookAt(from);
    store.makeRoom();
    expect(texts()).toHaveLength(201);
    jest.spyOn(server, 'request').mockResolvedValueOnce(late);
    await store.loadOlder();
    expect([texts().length, texts()[49]]).toEqual([251, 'corrected']);
  });

  it('opens a chat at its end while the first unread message is near it', async () => {
    const world = aWorld(120);
    world.crew.read(me.id, 90);
    const { store, texts } = await aStore(world);
    await store.open(c1);
    expect([store.unreadLineSeq(), texts().at(-1), store.hasNewer()]).toEqual([
      90,
      'old 120',
      false,
    ]);
  });

  it('opens a chat around the first unread message when that is further back', async () => {
    const world = aWorld(200);
    world.crew.read(me.id, 60);
    const { store, crew, texts } = await aStore(world);
    await store.open(c1);
    expect(store.unreadLineSeq()).toBe(60);
    expect(texts()).toContain('old 61');
    expect([texts().includes('old 200'), store.hasNewer()]).toEqual([false, true]);
    store.markRead(70);
    await settle();
    expect(crew.readStateOf(me.id)).toMatchObject({ lastReadSeq: 70, unread: 130 });
    await store.loadNewest();
    expect([texts().at(-1), store.hasNewer()]).toEqual(['old 200', false]);
  });

  it('asks how far a chat was read before it shows one that is only remembered', async () => {
    await aStore(aWorld(3));
    await settle(5000);
    const later = aWorld(200);
    later.crew.read(me.id, 3);
    const { store, server, texts } = await aStore(later);
    server.goOffline();
    const opened = store.open(c1);
    server.goOnline();
    TestBed.tick();
    await opened;
    await settle();
    expect([store.unreadLineSeq(), texts().includes('old 4')]).toEqual([3, true]);
  });

  it('marks as read what was seen, at once here, then there', async () => {
    const { store, crew, row } = await anOpenOne();
    expect(store.unreadLineSeq()).toBe(0);
    store.markRead(2);
    expect(row().unread).toBe(0);
    await settle();
    expect(crew.readStateOf(me.id)).toMatchObject({ lastReadSeq: 2, unread: 0 });
  });

  it('tells a mark later that it could not tell offline', async () => {
    const { store, server, crew } = await anOpenOne();
    server.goOffline();
    store.markRead(2);
    await settle();
    expect(crew.readStateOf(me.id).lastReadSeq).toBe(0);
    server.goOnline();
    await settle();
    expect(crew.readStateOf(me.id).lastReadSeq).toBe(2);
  });

  it('tells that I type at most every 3 s, and that I stopped', async () => {
    const { store, server } = await anOpenOne();
    const ask = jest.spyOn(server, 'ask');
    for (let n = 0; n < 10; n++) store.setTyping(true);
    await settle(3000);
    store.setTyping(true);
    store.setTyping(false);
    store.setTyping(false);
    const told = ask.mock.calls.filter(([name]) => name === 'typing').map(([, input]) => input);
    expect(told).toMatchObject([{ isTyping: true }, { isTyping: true }, { isTyping: false }]);
  });

  it('shows who types until they stop, speak, or are not heard of any more', async () => {
    const { store, server, crew } = await anOpenOne();
    const typing = { chatId: c1, userId: ann.id, isTyping: true, expiresIn: 6000 };
    server.tell('user_typing', typing);
    expect(store.typingIds()).toEqual(['ann']);
    await settle(6000);
    expect(store.typingIds()).toEqual([]);
    server.tell('user_typing', typing);
    server.hears(crew, ann.id, 'said');
    expect(store.typingIds()).toEqual([]);
  });

  it('believes no longer than others who was typing before it was loaded', async () => {
    const { server } = aWorld();
    TestBed.resetTestingModule();
    TestBed.configureTestingModule({ providers: provideFakeChats(server) });
    TestBed.inject(ChatStore);
    await settle();
    server.tell('user_typing', { chatId: c1, userId: ann.id, isTyping: true, expiresIn: 6000 });
    const store = TestBed.inject(OpenChatStore);
    await store.open(c1);
    await settle();
    expect(store.typingIds()).toEqual(['ann']);
    await settle(6000);
    expect(store.typingIds()).toEqual([]);
  });

  it('knows how far others have come', async () => {
    const { store, server } = await anOpenOne();
    server.tell('message_delivered', { chatId: c1, userId: ann.id, lastDeliveredSeq: 2 });
    server.tell('message_read', { chatId: c1, userId: ann.id, lastReadSeq: 1 });
    expect([store.seenSeq(), store.deliveredSeq()]).toEqual([1, 2]);
  });

  it('keeps a draft per chat, also over a reload', async () => {
    const { store } = await anOpenOne();
    store.write('half a thought');
    store.close();
    expect([store.draft(), store.chatId()]).toEqual(['', null]);
    await settle(1000);
    const later = await aStore();
    await later.store.open(c1);
    expect([later.store.draft(), later.row().hasDraft]).toEqual(['half a thought', true]);
  });

  it('goes on after the line was lost, without being asked', async () => {
    const { server, crew, texts, row } = await anOpenOne();
    server.goOffline();
    crew.append(ann.id, { text: 'missed' });
    crew.remove(1, ann.id);
    server.goOnline();
    await settle();
    expect(texts()).toEqual(['', 'old 2', 'missed']);
    expect(row().unread).toBe(2);
  });

  it('shows a remembered chat that was opened without a network when there is one', async () => {
    await aStore(aWorld(3));
    await settle(5000);
    const world = aWorld(3);
    world.server.isReachable = false;
    const { store, server, texts } = await aStore(world);
    server.goOffline();
    const opened = store.open(c1);
    TestBed.tick();
    await opened;
    await settle();
    expect(texts()).toEqual([]);
    server.isReachable = true;
    server.goOnline();
    await settle();
    expect(texts()).toEqual(['old 1', 'old 2', 'old 3']);
  });

  it('loads a chat again that was opened without a network', async () => {
    const world = aWorld(2);
    world.server.isReachable = false;
    const { store, texts } = await aStore(world);
    await store.open(c1);
    expect([texts(), store.openProblem()]).toEqual([[], null]);
    world.server.isReachable = true;
    world.server.goOnline();
    await settle();
    expect([texts(), store.chat()?.name]).toEqual([['old 1', 'old 2'], 'Crew']);
  });

  it('keeps one change of a message, with the version that it goes from', async () => {
    const { store } = await anOpenOne();
    expect(store.editOf('m1')).toBeNull();
    store.writeEdit('m1', { text: 'new', version: 1 });
    store.writeEdit('m12', { text: 'of another', version: 1 });
    expect(store.editOf('m1')).toEqual({ text: 'new', version: 1 });
    store.writeEdit('m1', { text: 'newer', version: 3 });
    expect(store.editOf('m1')).toEqual({ text: 'newer', version: 3 });
    store.writeEdit('m1', { text: '', version: 3 });
    expect([store.editOf('m1'), store.editOf('m12')?.text]).toEqual([null, 'of another']);
  });

  it('edits and deletes what is loaded of the open chat, and nothing else', async () => {
    const { store, server, crew } = await anOpenOne();
    const [old] = store.messages();
    const edited = crew.edit(1, 'corrected');
    jest.spyOn(server, 'request').mockResolvedValueOnce(edited);
    await store.edit(old!.id, { text: 'corrected', version: 1 });
    expect(store.messages()[0]?.text).toBe('corrected');
    store.close();
    await expect(store.edit(old!.id, { text: 'again', version: 2 })).rejects.toMatchObject({
      code: 'not_found',
    });
    await expect(store.remove(old!.id, 'me')).rejects.toMatchObject({ code: 'not_found' });
  });

  it('shows nobody as there while there is no line', async () => {
    const { list, store, row, server } = await anOpenOne();
    const seen = () => [
      ...[me, ann].map(({ id }) => list.people().get(id)?.status),
      ...store.members().map(({ user }) => user.status),
      row(c2).presence,
    ];
    await settle(5000);
    server.tell('user_status', { userId: ann.id, status: 'online' });
    await settle();
    expect(seen()).toEqual(Array(5).fill('online'));
    server.goOffline();
    await settle(5000);
    expect(seen()).toEqual(Array(5).fill('offline'));
    server.goOnline();
    await settle(5000);
    expect(seen()).toEqual(Array(5).fill('online'));
  });
});
