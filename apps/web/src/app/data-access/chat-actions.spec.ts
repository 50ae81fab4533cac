import { TestBed } from '@angular/core/testing';
import { ChatActions } from './chat-actions';
import { ann, aStore, aWorld, c1, c2, me, settle } from './testing/chat-world';

async function theActions(world = aWorld()) {
  const chats = await aStore(world);
  return { ...chats, actions: TestBed.inject(ChatActions) };
}

describe('ChatActions', () => {
  beforeEach(() => {
    jest.useFakeTimers();
    localStorage.clear();
  });
  afterEach(() => jest.useRealTimers());

  it('marks one chat as read, or all of them, at once here, then there', async () => {
    const world = aWorld(3);
    world.direct.append(ann.id, { text: 'hello' });
    const { actions, row, crew, direct } = await theActions(world);
    actions.markAllRead(c2);
    expect([row(c1).unread, row(c2).unread]).toEqual([3, 0]);
    actions.markAllRead();
    expect(row(c1).unread).toBe(0);
    await settle(2000);
    expect([crew.readStateOf(me.id).unread, direct.readStateOf(me.id).unread]).toEqual([0, 0]);
  });

  it('takes a chat from the list when it was left, and leaves it there when it was refused', async () => {
    const { actions, server, row } = await theActions();
    server.failOnce(`POST chats/${c1}/leave`, new Error('refused'));
    await expect(actions.leave(c1)).rejects.toThrow('refused');
    expect(row(c1)).toBeDefined();
    await actions.leave(c1);
    expect(row(c1)).toBeUndefined();
  });

  it('asks nobody for people without a name', async () => {
    const { actions, server } = await theActions();
    expect(await actions.searchPeople('  ')).toEqual([]);
    expect(server.asked).toEqual([]);
  });
});
