import type { SystemEvent } from '@app/contracts';
import { aUser, ModelChat } from '@app/contracts/testing';
import { FakeChatServer } from '@app/web-realtime/testing';
import { ann, anOpenOne, aStore, c1, c2, me, settle } from './testing/chat-world';

describe('OpenChatMembers', () => {
  beforeEach(() => {
    jest.useFakeTimers();
    localStorage.clear();
  });
  afterEach(() => jest.useRealTimers());

  it('fetches what was said while nothing of the chat came', async () => {
    const { store, crew, texts } = await anOpenOne();
    await store.open(c2);
    crew.append(ann.id, { text: 'unheard' });
    await store.open(c1);
    await settle(1000);
    expect(texts()).toEqual(['old 1', 'old 2', 'unheard']);
  });

  it('does not end the list of one chat with the last page of another', async () => {
    const [crew, direct] = [c1, c2].map((id) => new ModelChat(id, [me, ann], { memberCount: 3 }));
    const server = new FakeChatServer(me, [crew!, direct!]);
    const { store } = await aStore({ server, crew: crew!, direct: direct! });
    await store.open(c1);
    const more = store.loadMoreMembers();
    await store.open(c2);
    await more;
    await settle();
    expect([store.members().length, store.hasMoreMembers()]).toEqual([2, true]);
    await store.loadMoreMembers();
    expect(store.hasMoreMembers()).toBe(false);
  });

  it('shows as many as before when the line is back, and nobody who has gone', async () => {
    const people = [me, ann, ...['bo', 'cy', 'di', 'ed', 'fe'].map((name) => aUser(name))];
    const crew = new ModelChat(c1, people);
    const server = new FakeChatServer(me, [crew]);
    server.memberPage = 2;
    const { store } = await aStore({ server, crew, direct: crew });
    const shown = () => store.members().map(({ user }) => user.id);
    await store.open(c1);
    for (let pages = 0; pages < 2; pages++) await store.loadMoreMembers();
    await settle(2000);
    expect(shown()).toEqual(['me', 'ann', 'bo', 'cy']);
    server.goOffline();
    people.splice(2, 1);
    const release = server.holdAnswer(`GET chats/${c1}/members`);
    server.goOnline();
    await settle();
    expect(shown()).toEqual(['me', 'ann', 'bo', 'cy']);
    release();
    await settle(2000);
    expect([shown(), store.hasMoreMembers()]).toEqual([['me', 'ann', 'cy', 'di'], true]);
    await store.loadMoreMembers();
    expect(shown()).toEqual(['me', 'ann', 'cy', 'di', 'ed', 'fe']);
  });

  it('asks again when somebody rose while a list was on its way', async () => {
    // Ann has not come yet, as far as is counted.
    const crew = new ModelChat(c1, [me, ann], { memberCount: 1 });
    const server = new FakeChatServer(me, [crew]);
    const { store } = await aStore({ server, crew, direct: crew });
    await store.open(c1);
    await settle(2000);
    const announce = (system: SystemEvent) =>
      server.tell('new_message', crew.append(me.id, { kind: 'system', text: '', system }));
    const release = server.holdAnswer(`GET chats/${c1}/members`);
    announce({ type: 'members_added', userIds: [ann.id] });
    await settle();
    server.roles.set(ann.id, 'admin');
    announce({ type: 'role_changed', userId: ann.id, role: 'admin' });
    await settle();
    release();
    await settle(2000);
    expect(store.members().map(({ user, role }) => `${user.id} ${role}`)).toContain('ann admin');
  });
});
