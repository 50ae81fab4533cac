import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { inflateRawSync } from 'node:zlib';
import { readZip } from '@app/platform/testing';
import { zipOf, type ZipEntry, type ZippedFile } from './zip.js';

const madeAt = new Date('2026-03-04T05:06:08Z');

const entry = (path: string, content: Buffer | string, isPacked = false): ZipEntry => ({
  path,
  isPacked,
  content: Readable.from([Buffer.from(content as string)]),
});

const large = Buffer.alloc(300_000, 'a line of the chat\n');
const noise = Buffer.from(Array.from({ length: 70_000 }, (_, n) => (n * 7919) % 251));

async function zipped(...entries: readonly ZipEntry[]) {
  const files: ZippedFile[] = [];
  const zip = await buffer(zipOf(Readable.from(entries), madeAt, (file) => files.push(file)));
  return { zip, files };
}

describe('zipOf', () => {
  it('makes an archive that another program reads, with all its sums and sizes', async () => {
    const { zip } = await zipped(
      entry('chats/one/messages.jsonl', large),
      entry('files/überall 文件.bin', noise, true),
      entry('empty.txt', ''),
    );
    const found = await readZip(zip);
    expect([...found.keys()]).toEqual([
      'chats/one/messages.jsonl',
      'files/überall 文件.bin',
      'empty.txt',
    ]);
    const [messages, file, empty] = [...found.values()];
    expect(messages!.equals(large)).toBe(true);
    expect(file!.equals(noise)).toBe(true);
    expect(empty!).toHaveLength(0);
    expect(zip.length).toBeLessThan(noise.length + 10_000);
  });

  it('tells the SHA-256 of each content behind it', async () => {
    const { files } = await zipped(entry('a', large), entry('b', noise, true));
    const sha256 = (content: Buffer) => createHash('sha256').update(content).digest('hex');
    expect(files).toEqual([
      { path: 'a', sha256: sha256(large) },
      { path: 'b', sha256: sha256(noise) },
    ]);
  });

  it('asks for a content when its turn has come, and for no more of it than is read', async () => {
    let read = 0;
    async function* endless() {
      for (;;) {
        await Promise.resolve();
        read += 1;
        yield Buffer.alloc(100_000, read % 251);
      }
    }
    const content = { path: 'endless', isPacked: true, content: endless() };
    const zip = zipOf(Readable.from([content]), madeAt, () => undefined);
    for (let n = 0; n < 10; n++) await zip.next();
    expect(read).toBeLessThan(12);
    await zip.return(undefined);
  });

  it.each([true, false])('fails as a content does (packed: %s)', async (isPacked) => {
    async function* failing() {
      yield Buffer.from('so far');
      await Promise.resolve();
      throw new Error('The storage is away');
    }
    const zip = zipOf(
      Readable.from([{ path: 'a', isPacked, content: failing() }]),
      madeAt,
      () => undefined,
    );
    await expect(buffer(zip)).rejects.toThrow('The storage is away');
  });

  it('packs by deflate', async () => {
    const { zip } = await zipped(entry('a', large));
    // Behind the header: 30 bytes, a name of one, and a field of 20.
    expect(inflateRawSync(zip.subarray(51)).equals(large)).toBe(true);
  });
});
