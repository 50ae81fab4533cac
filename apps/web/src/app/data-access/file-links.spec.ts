import { effect } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { FileId, type FileLink } from '@app/contracts';
import { ConnectionLost, RequestProblem } from '@app/web-realtime';
import { ChatWiring } from './chat-wiring';
import { FileLinks } from './file-links';
import { aWorld, settle } from './testing/chat-world';
import { provideFakeChats } from './testing/fake-wiring';

const [f1, f2] = [FileId.parse('f1'), FileId.parse('f2')];
const hour = 3_600_000;

/** The store over a server that has these files; `asked` has each question's ids. */
function aShelf(...files: readonly FileId[]) {
  const { server } = aWorld();
  TestBed.configureTestingModule({ providers: provideFakeChats(server) });
  const wiring = TestBed.inject(ChatWiring);
  const shelf = {
    server,
    asked: [] as string[],
    failure: null as Error | null,
    about: {} as Partial<FileLink>,
    /** What an answer waits for, once it is made. */
    road: Promise.resolve() as Promise<unknown>,
  };
  const request = wiring.rest.request.bind(wiring.rest);
  jest.spyOn(wiring.rest, 'request').mockImplementation((method, path, options) => {
    if (path !== 'files/links') return request(method, path, options);
    if (shelf.failure) return Promise.reject(shelf.failure);
    const ids = String(options!.query!['ids']);
    shelf.asked.push(ids);
    const expiresAt = new Date(wiring.now().getTime() + hour).toISOString();
    const items = files
      .filter((id) => ids.split(',').includes(id))
      .map((id) => ({
        id,
        url: `/${id}`,
        expiresAt,
        preview: 'ready',
        previews: [],
        ...shelf.about,
      }));
    return shelf.road.then(() => ({ items }) as never);
  });
  return Object.assign(shelf, { links: TestBed.inject(FileLinks) });
}

describe('FileLinks', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('asks once for all that one turn wants, and not again', async () => {
    const { links, asked } = aShelf(f1, f2);
    links.want([f1]);
    links.want([f2, f1]);
    expect(links.of(f1)).toBeUndefined();
    await settle();
    links.want([f1, f2]);
    await settle();
    expect([links.of(f1)?.url, links.of(f2)?.url, asked]).toEqual(['/f1', '/f2', ['f1,f2']]);
  });

  it('knows what is not to be had', async () => {
    const { links } = aShelf(f1);
    links.want([f1, f2]);
    await settle();
    expect(links.of(f2)).toBeNull();
  });

  it('asks anew for what ends soon', async () => {
    const shelf = aShelf(f1);
    shelf.about = { expiresAt: TestBed.inject(ChatWiring).now().toISOString() };
    shelf.links.want([f1]);
    await settle();
    shelf.links.want([f1]);
    await settle();
    expect(shelf.asked).toEqual(['f1', 'f1']);
  });

  it('asks once for what has ended when it comes, as to a clock that is ahead', async () => {
    const shelf = aShelf(f1);
    shelf.about = { expiresAt: TestBed.inject(ChatWiring).now().toISOString() };
    TestBed.runInInjectionContext(() => effect(() => shelf.links.want([f1])));
    for (let turn = 0; turn < 3; turn++) {
      TestBed.tick();
      await settle();
    }
    expect([shelf.links.of(f1)?.url, shelf.asked]).toEqual(['/f1', ['f1']]);
  });

  it('hears that a preview is ready, of what somebody looks at', async () => {
    const shelf = aShelf(f1, f2);
    shelf.about = { preview: 'pending' };
    shelf.links.want([f1]);
    await settle();
    shelf.about = {};
    for (const fileId of [f1, f2])
      shelf.server.tell('preview_ready', { fileId, chatId: 'c1' as never, preview: 'ready' });
    await settle();
    expect([shelf.links.of(f1)?.preview, shelf.asked]).toEqual(['ready', ['f1', 'f1']]);
  });

  it.each([
    ['for the first time', []],
    ['again', [f1]],
  ])('hears that a preview is ready while it asks %s', async (_which, before) => {
    const shelf = aShelf(f1);
    shelf.about = { preview: 'pending', expiresAt: TestBed.inject(ChatWiring).now().toISOString() };
    shelf.links.want(before);
    await settle();
    shelf.links.want([f1]);
    const { promise, resolve: arrive } = Promise.withResolvers<undefined>();
    shelf.road = promise;
    await settle();
    shelf.about = {};
    shelf.server.tell('preview_ready', { fileId: f1, chatId: 'c1' as never, preview: 'ready' });
    await settle();
    arrive(undefined);
    await settle();
    expect(shelf.links.of(f1)?.preview).toBe('ready');
  });

  it('asks again for what was pending when the line was away', async () => {
    const shelf = aShelf(f1, f2);
    shelf.links.want([f2]);
    await settle();
    shelf.about = { preview: 'pending' };
    shelf.links.want([f1]);
    await settle();
    shelf.server.goOffline();
    shelf.server.goOnline();
    await settle();
    expect(shelf.asked).toEqual(['f2', 'f1', 'f1']);
  });

  it.each([new ConnectionLost(), new RequestProblem('service_unavailable', 503, {})])(
    'tries again when it is refused by %s',
    async (failure) => {
      const shelf = aShelf(f1);
      shelf.failure = failure;
      shelf.links.want([f1]);
      await settle();
      expect(shelf.links.of(f1)).toBeUndefined();
      shelf.failure = null;
      await settle(60_000);
      expect(shelf.links.of(f1)?.url).toBe('/f1');
    },
  );
});
