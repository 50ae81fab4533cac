import { TestBed } from '@angular/core/testing';
import { ChatId } from '@app/contracts';
import { aUser, ModelChat } from '@app/contracts/testing';
import { MemoryOutboxStorage } from '@app/web-realtime/live';
import { FakeChatServer } from '@app/web-realtime/testing';
import { ChatStore } from '../chat-store';
import { OpenChatStore } from '../open-chat-store';
import { provideFakeChats } from './fake-wiring';

export const [c1, c2] = [ChatId.parse('c1'), ChatId.parse('c2')];
export const [me, ann] = [aUser('me'), aUser('ann')];

/** What was begun is done, and so much time has gone by; with fake timers. */
export const settle = async (ms = 0): Promise<void> => {
  TestBed.tick();
  await jest.advanceTimersByTimeAsync(ms);
  TestBed.tick();
  await jest.advanceTimersByTimeAsync(0);
};

export const hour = (n: number): Date => new Date(2026, 0, 1, n);

/** A server with two chats; the first has as many messages of Ann, one an hour. */
export function aWorld(storedBefore = 0) {
  const chats = [
    new ModelChat(c1, [me, ann], { name: 'Crew' }),
    new ModelChat(c2, [me, ann], { name: 'Ann', type: 'direct', peer: ann }),
  ] as const;
  for (let n = 1; n <= storedBefore; n++)
    chats[0].append(ann.id, { text: `old ${n}`, createdAt: hour(n).toISOString() });
  return { server: new FakeChatServer(me, chats), crew: chats[0], direct: chats[1] };
}

/** The stores over a server in memory, which is up. */
export async function aStore(world = aWorld(), storage = new MemoryOutboxStorage()) {
  TestBed.resetTestingModule();
  TestBed.configureTestingModule({ providers: provideFakeChats(world.server, storage) });
  const list = TestBed.inject(ChatStore);
  const store = TestBed.inject(OpenChatStore);
  await settle();
  world.server.asked.length = 0;
  const texts = () => store.messages().map((m) => m.text);
  const pending = () => store.pending().map((e) => e.text);
  const row = (id = c1) => list.chats().find((chat) => chat.id === id)!;
  return { list, store, ...world, texts, pending, row };
}

/** The same with its first chat open. */
export async function anOpenOne(storedBefore = 2) {
  const before = aWorld(storedBefore);
  // Far more than a page: then it is only open at its end when most of it has been read.
  if (storedBefore > 50) before.crew.read(me.id, storedBefore);
  const world = await aStore(before);
  await world.store.open(c1);
  await settle(2000);
  return world;
}
