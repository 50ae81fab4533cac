import { TestBed } from '@angular/core/testing';
import { ModelChat } from '@app/contracts/testing';
import { MemoryOutboxStorage } from '@app/web-realtime/live';
import { FakeChatServer } from '@app/web-realtime/testing';
import { Session, type LocalData } from '@app/web-session';
import { ChatStore } from './chat-store';
import { OpenChatStore } from './open-chat-store';
import { ann, aStore, aWorld, c1, c2, me, settle } from './testing/chat-world';
import { provideFakeChats } from './testing/fake-wiring';

describe('ChatStore', () => {
  beforeEach(() => {
    jest.useFakeTimers();
    localStorage.clear();
  });
  afterEach(() => jest.useRealTimers());

  it('lists my chats with what waits in them, live', async () => {
    const { list, server, crew, row } = await aStore(aWorld(1));
    server.hears(crew, ann.id, 'for @me');
    expect(row()).toMatchObject({ title: 'Crew', unread: 2, mentions: 1, section: 'unread' });
    expect(row().lastMessage?.text).toBe('for @me');
    expect(list.sections().map((section) => section.name)).toEqual(['unread', 'direct']);
    expect(list.totals()).toEqual({ unread: 2, mentions: 1 });
  });

  it('makes no row anew but that of the chat in which something has happened', async () => {
    const { list, server, crew, store, row } = await aStore(aWorld(1));
    const before = [row(c1), row(c2)];
    server.hears(crew, ann.id, 'more');
    expect([row(c1) === before[0], row(c2) === before[1]]).toEqual([false, true]);
    await store.open(c1);
    store.write('o');
    const rows = list.chats();
    store.write('on my way');
    expect(list.chats()).toBe(rows);
    store.write('');
    expect(list.chats()).not.toBe(rows);
  });

  it('has other totals only when they are others', async () => {
    const { list, server, crew, store } = await aStore(aWorld(1));
    const before = list.totals();
    await store.open(c2);
    store.send('on my way');
    await settle();
    expect(list.totals()).toBe(before);
    server.hears(crew, ann.id, 'more');
    expect(list.totals()).toEqual({ unread: 2, mentions: 0 });
  });

  it('calls a direct chat by the other person and shows their presence', async () => {
    const { row } = await aStore();
    expect(row(c2)).toMatchObject({ title: 'ann', kind: 'direct', isSelf: false });
  });

  it('draws the list of the last visit before there is a network', async () => {
    const { server } = await aStore(aWorld(3));
    await settle(5000);
    const later = aWorld(3);
    later.server.isReachable = false;
    server.goOffline();
    const { list, row } = await aStore(later);
    expect([list.isReady(), row().unread]).toEqual([true, 3]);
  });

  it('does not tell a new account that there is nothing before its welcome has come', async () => {
    const server = new FakeChatServer(me, []);
    TestBed.resetTestingModule();
    TestBed.configureTestingModule({
      providers: provideFakeChats(server, new MemoryOutboxStorage(), true),
    });
    const list = TestBed.inject(ChatStore);
    await settle();
    expect([list.isReady(), list.sections()]).toEqual([false, []]);
    const notes = new ModelChat(c1, [me], { name: '', type: 'direct' });
    server.tell('chat_created', notes.chatOf(me.id));
    expect(list.isReady()).toBe(true);
  });

  it('counts what is written and not sent among what signing out would lose', async () => {
    const { server } = aWorld();
    TestBed.resetTestingModule();
    TestBed.configureTestingModule({ providers: provideFakeChats(server) });
    const local: LocalData[] = [];
    Object.assign(TestBed.inject(Session), { keeps: (data: LocalData) => local.push(data) });
    TestBed.inject(ChatStore);
    const store = TestBed.inject(OpenChatStore);
    const unsent = () => local.reduce((sum, data) => sum + data.unsentCount(), 0);
    await store.open(c1);
    expect(unsent()).toBe(0);
    store.write('half a thought');
    expect(unsent()).toBe(1);
  });

  it('knows my own name before anybody was asked', async () => {
    const world = aWorld();
    world.server.isReachable = false;
    const { list } = await aStore(world);
    expect(list.people().get(me.id)?.name).toBe(me.name);
  });
});
