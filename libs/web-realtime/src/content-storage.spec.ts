import 'fake-indexeddb/auto';
import { IndexedDbContents } from './indexed-db-contents';
import { MemoryContentStorage, type ContentStorage } from './outbox-files';

let opened = 0;
const adapters: Readonly<Record<string, () => Promise<ContentStorage>>> = {
  MemoryContentStorage: () => Promise.resolve(new MemoryContentStorage()),
  IndexedDbContents: () => IndexedDbContents.create(`contents-${++opened}`),
};

describe.each(Object.keys(adapters))('%s', (name) => {
  const create = adapters[name]!;

  it('gives back what was put', async () => {
    const storage = await create();
    await storage.put('k1/0', new Blob(['one']));
    expect(await storage.get('k1/0')).toBeDefined();
    expect(await storage.get('k1/1')).toBeUndefined();
  });

  it('forgets what was removed, also twice', async () => {
    const storage = await create();
    for (const key of ['k1/0', 'k1/1', 'k2/0']) await storage.put(key, new Blob([key]));
    await storage.remove(['k1/0', 'k2/0']);
    await storage.remove(['k1/0']);
    expect(await storage.keys()).toEqual(['k1/1']);
  });
});
