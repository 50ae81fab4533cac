import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import * as fc from 'fast-check';
import { SourceRefused } from '../source-refused.js';
import { freely, upTo } from '../testing/permits.js';
import { zipOf, type PackedFile } from '../testing/zip-of.js';
import { ZipArchive, zipBounds } from './zip-archive.js';

describe('ZipArchive', () => {
  const folder = mkdtempSync(join(tmpdir(), 'parley-zip-'));
  const path = join(folder, 'one.zip');

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const opened = (bytes: Buffer, bounds = zipBounds, permit = freely) => {
    writeFileSync(path, bytes);
    return ZipArchive.open(path, permit, bounds);
  };
  const contentOf = async (bytes: Buffer, name: string) => {
    const archive = await opened(bytes);
    try {
      return await buffer(await archive.read(archive.entries.get(name)!));
    } finally {
      await archive.close();
    }
  };
  /** What is said of it, and of what. */
  const refusalOf = async (bytes: Buffer, read?: string) => {
    try {
      if (read === undefined) await (await opened(bytes)).close();
      else await contentOf(bytes, read);
      return undefined;
    } catch (error) {
      // A refusal is the answer here.
      if (!(error instanceof SourceRefused)) throw error;
      return error.toRefusal();
    }
  };

  it('reads what is stored and what is packed, in any order', async () => {
    const large = 'a long tale, '.repeat(20_000);
    const zip = zipOf([
      { name: 'a.txt', content: 'alpha', isStored: true },
      { name: 'dir/', content: '', isStored: true },
      { name: 'dir/b.txt', content: large },
      { name: 'empty', content: '', isStored: true },
    ]);
    expect((await contentOf(zip, 'dir/b.txt')).toString()).toBe(large);
    expect((await contentOf(zip, 'a.txt')).toString()).toBe('alpha');
    expect((await contentOf(zip, 'empty')).toString()).toBe('');
  });

  it.each([
    ['stored', { content: randomBytes(1_000_000), isStored: true }],
    ['packed', { content: randomBytes(1_000_000) }],
    ['packed a thousandfold', { content: '\n'.repeat(1_000_000) }],
  ])('breaks off where it may read no further, %s', async (_, file) => {
    const archive = await opened(zipOf([{ name: 'a', ...file }]), zipBounds, upTo(100));
    const content = await archive.read(archive.entries.get('a')!);
    await expect(buffer(content)).rejects.toThrow('No further');
    await archive.close();
  });

  const plain: PackedFile = { name: 'a.txt', content: 'alpha beta gamma', isStored: true };

  it.each([
    ['leads out of the folder', { ...plain, name: '../a' }, 'unsafe_name'],
    ['leads out further in', { ...plain, name: 'a/../../b' }, 'unsafe_name'],
    ['is absolute', { ...plain, name: '/etc/passwd' }, 'unsafe_name'],
    ['is of a drive', { ...plain, name: 'C:/x' }, 'unsafe_name'],
    ['has backslashes', { ...plain, name: '..\\x' }, 'unsafe_name'],
    ['has a NUL', { ...plain, name: 'a\0b' }, 'unsafe_name'],
    ['is empty', { ...plain, name: '' }, 'unsafe_name'],
    ['is encrypted', { ...plain, flags: 1 }, 'encrypted_entry'],
    ['is packed some other way', { ...plain, method: 12 }, 'unknown_packing'],
    ['claims to be a bomb', { ...plain, isStored: false, saidSize: 2 ** 31 }, 'damaged_archive'],
  ] as const)('refuses a file that %s', async (_, file, reason) => {
    expect(await refusalOf(zipOf([file]))).toMatchObject({ reason });
  });

  it('refuses a name that comes twice, and says which', async () => {
    const twice = zipOf([plain, { ...plain, content: 'other' }]);
    expect(await refusalOf(twice)).toEqual({ reason: 'duplicate_entry', file: 'a.txt' });
  });

  it('refuses files that share their bytes', async () => {
    const shared = zipOf([plain, { ...plain, name: 'b.txt', sharesWith: 0 }]);
    expect(await refusalOf(shared)).toMatchObject({ reason: 'damaged_archive' });
  });

  it('breaks off where more comes than was said, or something else', async () => {
    const bomb = zipOf([{ name: 'bomb', content: Buffer.alloc(2 ** 20), saidSize: 100 }]);
    expect(await refusalOf(bomb, 'bomb')).toEqual({ reason: 'damaged_archive', file: 'bomb' });
    const other = zipOf([{ ...plain, saidCrc: 7 }]);
    expect(await refusalOf(other, 'a.txt')).toMatchObject({ reason: 'damaged_archive' });
    const less = zipOf([{ name: 'less', content: 'short', saidSize: 6 }]);
    expect(await refusalOf(less, 'less')).toMatchObject({ reason: 'damaged_archive' });
  });

  it('refuses more than its bounds', async () => {
    const zip = zipOf([plain, { ...plain, name: 'b' }]);
    for (const bound of [{ maxEntries: 1 }, { maxDirectoryBytes: 90 }, { maxContentBytes: 20 }])
      await expect(opened(zip, { ...zipBounds, ...bound })).rejects.toMatchObject({
        reason: 'archive_too_large',
      });
  });

  it('refuses what is no archive, and each that is cut off', async () => {
    const zip = zipOf([plain, { name: 'b', content: 'beta '.repeat(100) }]);
    expect(await refusalOf(Buffer.from('no archive at all, and much too long to be one'))).toEqual({
      reason: 'damaged_archive',
    });
    for (let length = 0; length < zip.length; length += 3)
      expect(await refusalOf(zip.subarray(0, length))).toMatchObject({ reason: 'damaged_archive' });
  });

  it('either reads an archive with broken bytes, or says so', async () => {
    const zip = zipOf([plain, { name: 'b', content: 'beta '.repeat(100) }]);
    await fc.assert(
      fc.asyncProperty(
        fc.nat(zip.length - 1),
        fc.integer({ min: 1, max: 255 }),
        async (at, flip) => {
          const broken = Buffer.from(zip);
          broken[at]! ^= flip;
          const archive = await opened(broken).catch((error: unknown) => {
            if (!(error instanceof SourceRefused)) throw error;
          });
          for (const entry of archive?.entries.values() ?? [])
            try {
              await buffer(await archive!.read(entry));
            } catch (error) {
              // Told in words, and nothing else.
              expect(error).toBeInstanceOf(SourceRefused);
            }
          await archive?.close();
        },
      ),
    );
  });
});
