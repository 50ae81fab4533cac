import { ConnectionLost, RequestProblem } from '@app/web-session';
import { anOpenOne, aStore, aWorld, c1, me, settle } from './testing/chat-world';

/** Not what the archive may reject with. */
const bug = new TypeError('no such property');
const page = 'GET messages/c1';

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

  it('says nothing of a lost line: what is known is shown', async () => {
    const { store, server, texts } = await anOpenOne(300);
    server.failOnce(page, new ConnectionLost());
    await store.open(c1, 100);
    await settle();
    expect([store.openProblem(), texts().length > 0]).toEqual([null, true]);
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
});
