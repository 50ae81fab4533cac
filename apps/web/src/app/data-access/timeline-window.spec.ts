import { TestBed } from '@angular/core/testing';
import { ann, anOpenOne, aStore, aWorld, c1, settle } from './testing/chat-world';

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

  it('stays where it is sent, though the log is begun anew while an older page comes', async () => {
    const { store, server, crew, texts } = await anOpenOne(400);
    await store.open(c1, 100);
    await settle();
    let answer = (): void => undefined;
    const asked = new Promise<void>((resolve) => (answer = resolve));
    const request = server.request.bind(server);
    jest.spyOn(server, 'request').mockImplementation(async (...wanted) => {
      const page = await request(...wanted);
      if (wanted[2]?.query?.['beforeSeq'] !== undefined) await asked;
      return page;
    });
    const older = store.loadOlder();
    await settle();
    server.goOffline();
    for (let n = 401; n <= 1000; n++) crew.append(ann.id, { text: `old ${n}` });
    server.goOnline();
    await settle(2000);
    answer();
    await older;
    await settle(2000);
    expect(texts()).toContain('old 100');
    expect(store.hasNewer()).toBe(true);
  });

  it.each([301, 999_999])('shows the end for %d, which is no message of it', async (seq) => {
    const { store, texts } = await aStore(aWorld(300));
    const opened = store.open(c1, seq);
    TestBed.tick();
    await opened;
    await settle();
    expect([texts().at(-1), store.hasNewer()]).toEqual(['old 300', false]);
    await store.open(c1, 100);
    await store.open(c1, seq);
    await settle();
    expect([texts().at(-1), store.hasNewer()]).toEqual(['old 300', false]);
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
