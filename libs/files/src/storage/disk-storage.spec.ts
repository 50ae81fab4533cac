import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ContentHash } from '@app/contracts';
import { DiskStorage } from './disk-storage.js';
import { inPieces, storageConformance } from './storage.conformance.js';
import { unfinishedConformance } from './unfinished.conformance.js';

describe('DiskStorage', () => {
  let folder: string;

  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'parley-disk-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const incoming = () => join(folder, 'incoming');
  const namesIn = (path: string) => (existsSync(path) ? readdirSync(path) : []);
  const placeOf = (sha256: ContentHash) => join(folder, 'contents', sha256.slice(0, 2), sha256);
  const hashesIn = async (storage: DiskStorage) => {
    const found = [];
    for await (const { sha256 } of storage.list()) found.push(sha256);
    return found;
  };

  const two = () => [new DiskStorage(folder), new DiskStorage(folder)] as const;
  const underWay = () => namesIn(incoming()).length;

  storageConformance(two, underWay);
  unfinishedConformance(two, underWay);

  it('has nothing where nothing was stored yet', async () => {
    const storage = new DiskStorage(join(folder, 'not', 'yet'));
    expect(await hashesIn(storage)).toEqual([]);
    await expect(storage.sweep(new Date())).resolves.toBeUndefined();
  });

  it('passes over what is no content in its folder', async () => {
    const storage = new DiskStorage(folder);
    const { sha256 } = await storage.put(inPieces(Buffer.from('ours')));
    writeFileSync(`${placeOf(sha256)}.txt`, 'not ours');
    expect(await hashesIn(storage)).toEqual([sha256]);
  });

  it('sweeps what a process has left that died, and not what one is writing', async () => {
    const storage = new DiskStorage(folder);
    mkdirSync(incoming());
    for (const name of ['old', 'fresh']) writeFileSync(join(incoming(), name), 'half');
    utimesSync(join(incoming(), 'old'), 0, 0);

    await storage.sweep(new Date(Date.now() - 3_600_000));

    expect(namesIn(incoming())).toEqual(['fresh']);
  });

  it('is not well where its folder cannot be', async () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    await expect(new DiskStorage(file).check()).rejects.toThrow();
  });

  it('lets nobody else on the machine read a content', async () => {
    const { sha256 } = await new DiskStorage(folder).put(inPieces(Buffer.from('private')));
    expect(statSync(placeOf(sha256)).mode & 0o777).toBe(0o600);
  });
});
