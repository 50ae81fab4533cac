import { randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { FileId } from '@app/contracts';
import { SmallDisk } from '../testing/small-disk.js';
import { DiskStorage } from './disk-storage.js';
import { hashOf, inPieces } from './storage.conformance.js';

describe('DiskStorage on a disk of 4 MiB', () => {
  let disk: SmallDisk;

  beforeAll(async () => (disk = await SmallDisk.mount(4)));
  afterAll(() => disk.unmount());

  it('says that it is full, keeps nothing half, and goes on when there is room', async () => {
    const storage = new DiskStorage(disk.folder);
    const small = randomBytes(1_000_000);
    await storage.put(inPieces(small));

    const large = storage.put(inPieces(randomBytes(8_000_000)));

    await expect(large).rejects.toMatchObject({ code: 'storage_full' });
    expect(readdirSync(join(disk.folder, 'incoming'))).toEqual([]);
    const found = [];
    for await (const { sha256 } of storage.list()) found.push(sha256);
    expect(found).toEqual([hashOf(small)]);
    expect(await storage.put(inPieces(randomBytes(1_000_000)))).toMatchObject({
      sizeBytes: 1_000_000,
    });
  });

  it('keeps of an upload what had room, and goes on when there is more', async () => {
    const { unfinished } = new DiskStorage(disk.folder);
    const [id, other] = [FileId.parse('one'), FileId.parse('other')];
    const content = randomBytes(1_500_000);
    await unfinished.append(other, 0, inPieces(randomBytes(1_000_000)));

    const tooMuch = unfinished.append(id, 0, inPieces(content));

    await expect(tooMuch).rejects.toMatchObject({ code: 'storage_full' });
    const kept = await unfinished.size(id);
    await unfinished.remove(other);
    await unfinished.append(id, kept, inPieces(content.subarray(kept)));
    expect((await buffer(unfinished.read(id, content.length))).equals(content)).toBe(true);
  });
});
