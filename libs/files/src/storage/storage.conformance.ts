import { createHash, randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { ContentHash } from '@app/contracts';
import type { StoragePort } from './storage-port.js';

export const hashOf = (content: Buffer): ContentHash =>
  ContentHash.parse(createHash('sha256').update(content).digest('hex'));

/** As a connection brings it: in pieces of 64 kB. */
export function inPieces(content: Buffer): Readable {
  const pieces = function* () {
    for (let at = 0; at < content.length; at += 65_536) yield content.subarray(at, at + 65_536);
  };
  return Readable.from(pieces(), { objectMode: false });
}

/** Comes to nothing after so many bytes, as an upload does whose sender goes away. */
export function breakingOff(afterBytes: number): Readable {
  const pieces = function* () {
    yield randomBytes(afterBytes);
    throw new Error('The sender is gone');
  };
  return Readable.from(pieces(), { objectMode: false });
}

/**
 * What every `StoragePort` promises. `open` gives two of one backing, as two processes have it;
 * `filesIn` counts what is on the local disk of the two, on its way in.
 */
export function storageConformance(
  open: () => readonly [StoragePort, StoragePort],
  underWay: () => number,
): void {
  let here: StoragePort;
  let there: StoragePort;

  beforeEach(() => ([here, there] = open()));
  afterEach(async () => {
    for (const { sha256 } of await listed()) await here.remove(sha256);
    await Promise.all([here.close(), there.close()]);
  });

  const listed = async () => {
    const found = [];
    for await (const kept of there.list()) found.push(kept);
    return found;
  };
  const read = async (...args: Parameters<StoragePort['open']>) =>
    buffer(await there.open(...args));

  // Shorter than a part of a multipart upload, longer, and in between: nothing, one byte.
  it.each([0, 1, 1_000_000, 20_000_000])('keeps %i bytes under their hash', async (size) => {
    const content = randomBytes(size);
    const sha256 = hashOf(content);

    expect(await here.put(inPieces(content))).toEqual({ sha256, sizeBytes: size });

    expect(await there.has(sha256)).toBe(true);
    expect((await read(sha256)).equals(content)).toBe(true);
    expect(underWay()).toBe(0);
  });

  it('gives a range of the bytes, both ends included', async () => {
    const content = randomBytes(300_000);
    const { sha256 } = await here.put(inPieces(content));

    for (const [start, end] of [
      [0, 1],
      [70_000, 199_999],
      [299_999, 299_999],
    ] as const) {
      const part = await read(sha256, { start, end });
      expect(part.equals(content.subarray(start, end + 1))).toBe(true);
    }
  });

  it('keeps the same content once, whoever brings it and how often', async () => {
    const content = randomBytes(100_000);
    const puts = [here, there, here, there].map((storage) => storage.put(inPieces(content)));
    const hashes = (await Promise.all(puts)).map(({ sha256 }) => sha256);

    expect(new Set(hashes)).toEqual(new Set([hashOf(content)]));
    expect(await listed()).toEqual([
      { sha256: hashOf(content), sizeBytes: 100_000, storedAt: expect.anything() as Date },
    ]);
  });

  it('leaves nothing behind of what breaks off, and says how', async () => {
    await expect(here.put(breakingOff(500_000))).rejects.toThrow('The sender is gone');
    expect(underWay()).toBe(0);
    expect(await listed()).toEqual([]);
  });

  it('shows a content to who checks it when it is whole, and keeps none that is refused', async () => {
    const content = randomBytes(300_000);
    const seen: Buffer[] = [];
    const sha256 = hashOf(content);
    const look = async (open: () => Readable) => {
      expect(await there.has(sha256)).toBe(false);
      seen.push(await buffer(open()));
    };
    const refuse = async (open: () => Readable) => {
      await look(open);
      throw new Error('It is refused');
    };

    await expect(here.put(inPieces(content), refuse)).rejects.toThrow('It is refused');
    expect([underWay(), await listed()]).toEqual([0, []]);
    expect(await here.put(inPieces(content), look)).toEqual({ sha256, sizeBytes: 300_000 });
    expect(seen.map((bytes) => bytes.equals(content))).toEqual([true, true]);
  });

  it('says how a stream has failed that nobody had begun to read', async () => {
    const lost = new Readable({ read: () => undefined });
    const put = here.put(lost);
    // In a process of its own it would be the end of that.
    lost.destroy(new Error('Lost at once'));
    await expect(put).rejects.toThrow('Lost at once');
    expect(underWay()).toBe(0);
  });

  it('says that it has no such content', async () => {
    const unknown = hashOf(Buffer.from('never stored'));
    await expect(here.open(unknown)).rejects.toMatchObject({ code: 'not_found' });
    expect(await here.has(unknown)).toBe(false);
  });

  it('removes a content, and again', async () => {
    const { sha256 } = await here.put(inPieces(Buffer.from('to be removed')));
    await there.remove(sha256);
    await there.remove(sha256);

    expect(await here.has(sha256)).toBe(false);
    await expect(here.open(sha256)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('lists all that it has', async () => {
    const contents = Array.from({ length: 12 }, (_, n) => Buffer.from(`content ${n}`));
    for (const content of contents) await here.put(inPieces(content));

    const found = await listed();

    expect(found.map(({ sha256 }) => sha256).sort()).toEqual(contents.map(hashOf).sort());
    const ages = found.map(({ storedAt }) => Date.now() - storedAt.getTime());
    // To the second, in S3.
    expect(Math.min(...ages)).toBeGreaterThan(-1100);
    expect(Math.max(...ages)).toBeLessThan(60_000);
  });

  it('is well', async () => {
    await expect(here.check()).resolves.toBeUndefined();
  });
}
