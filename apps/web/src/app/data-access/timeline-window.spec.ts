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
});
