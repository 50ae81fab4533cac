import { anOpenOne, c1, settle } from './testing/chat-world';

describe('TimelineWindow', () => {
  beforeEach(() => {
    jest.useFakeTimers();
    localStorage.clear();
  });
  afterEach(() => jest.useRealTimers());

  it('goes where it is sent, though a page from before comes first', async () => {
    const { store, texts } = await anOpenOne(400);
    const older = store.loadOlder();
    await store.open(c1, 100);
    await older;
    await settle();
    expect(texts()).toContain('old 100');
    expect(store.hasNewer()).toBe(true);
  });

  it('asks for a page that cannot be had once in a while, however much one scrolls', async () => {
    const { store, server, texts } = await anOpenOne(120);
    server.goOffline();
    server.isReachable = false;
    server.asked.length = 0;
    for (let frame = 0; frame < 10; frame++) await store.loadOlder();
    expect(server.asked).toHaveLength(1);
    server.isReachable = true;
    server.goOnline();
    await settle(5000);
    await store.loadOlder();
    expect(texts().length).toBe(100);
  });
});
