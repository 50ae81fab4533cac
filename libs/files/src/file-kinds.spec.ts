import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { looksOf, withHead } from './file-head.js';
import { acceptedMime, isInline } from './file-kinds.js';
import { endingOf } from './file-name.js';

const bytes = (...values: readonly (number | string)[]): Buffer =>
  Buffer.concat(
    values.map((value) => (typeof value === 'string' ? Buffer.from(value) : Buffer.from([value]))),
  );

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);
const jpeg = bytes(0xff, 0xd8, 0xff, 0xe0, 0, 16, 'JFIF', 0, 1, 1, 0, 0, 1, 0, 1, 0, 0);
const gif = bytes('GIF89a', 1, 0, 1, 0, 0, 0, 0, 0x3b);
const pdf = bytes('%PDF-1.7\n', 0xe2, 0xe3, 0xcf, 0xd3);
const zip = bytes('PK', 3, 4, 20, 0, 0, 0, 0, 0, ...Array<number>(20).fill(0));
const elf = bytes(0x7f, 'ELF', 2, 1, 1, 0, ...Array<number>(56).fill(0));
const exe = bytes('MZ', 0x90, 0, 3, 0, 0, 0, ...Array<number>(56).fill(0));
const mp4 = bytes(0, 0, 0, 24, 'ftypisom', 0, 0, 2, 0, 'isomiso2');
const noise = bytes(1, 2, 3, 0, 0xff, 0xfe, 0x80, 0x81, 5, 6);

/** Under which type a file is kept; `refused` when it is not. */
async function kept(name: string, content: Buffer | string): Promise<string> {
  const looks = await looksOf(Buffer.from(content));
  return acceptedMime(endingOf(name), looks) ?? 'refused';
}

describe('What a file is', () => {
  it.each([
    ['a.png', png, 'image/png'],
    ['a.JPG', jpeg, 'image/jpeg'],
    ['a.gif', gif, 'image/gif'],
    ['a.pdf', pdf, 'application/pdf'],
    ['a.zip', zip, 'application/zip'],
    ['a.mp4', mp4, 'video/mp4'],
    ['a.txt', 'words', 'text/plain'],
    ['a.md', '# Ü', 'text/markdown'],
    ['main.rs', 'fn main() {}', 'text/plain'],
    ['Makefile', 'all:\n\techo', 'text/plain'],
    ['empty.txt', '', 'text/plain'],
    ['image', png, 'image/png'],
    ['a.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'image/svg+xml'],
    ['a.svg', '<?xml version="1.0"?><svg/>', 'image/svg+xml'],
    ['a.html', '<!doctype html>', 'text/html'],
    ['cut.txt', Buffer.from('é'.repeat(3000)).subarray(0, 4100), 'text/plain'],
  ])('%s of its bytes is accepted as that', async (name, content, mime) => {
    expect(await kept(name, content)).toBe(mime);
  });

  it.each([
    ['a.jpg', png],
    ['a.png', jpeg],
    ['a.pdf', 'words'],
    ['a.txt', png],
    ['a.txt', noise],
    ['a.jpg', elf],
    ['a.jpg', exe],
    ['tool', elf],
    ['tool.exe', exe],
    ['a.png', '<svg/>'],
    ['a.svg', png],
    ['blob', noise],
    ['a.docx', png],
    ['empty.png', ''],
  ])('%s is refused with bytes of another kind', async (name, content) => {
    expect(await kept(name, content)).toBe('refused');
  });

  it('is shown in place when it cannot be made to run', () => {
    for (const mime of ['image/png', 'video/mp4', 'audio/mpeg', 'application/pdf', 'text/plain'])
      expect([mime, isInline(mime)]).toEqual([mime, true]);
    for (const mime of ['image/svg+xml', 'text/html', 'application/xml', 'text/markdown'])
      expect([mime, isInline(mime)]).toEqual([mime, false]);
  });
});

describe('withHead', () => {
  const pieces = (...sizes: readonly number[]) => sizes.map((size, n) => Buffer.alloc(size, n + 1));

  it.each([[[10_000, 5]], [[1, 1, 1]], [[4099, 1, 1, 9000]], [[]]])(
    'gives the beginning, and all of it, of pieces of %j',
    async (sizes) => {
      const all = Buffer.concat(pieces(...sizes));
      const { head, content } = await withHead(
        Readable.from(pieces(...sizes), { objectMode: false }),
      );
      expect(all.subarray(0, head.length).equals(head)).toBe(true);
      expect(head.length).toBeGreaterThanOrEqual(Math.min(4100, all.length));
      expect((await buffer(content)).equals(all)).toBe(true);
    },
  );

  it('lets its source go when nobody wants more than the beginning', async () => {
    const source = Readable.from(pieces(5000, 5000), { objectMode: false });
    const { content } = await withHead(source);
    for await (const piece of content) {
      expect(piece.length).toBeGreaterThanOrEqual(4100);
      break;
    }
    expect(source.destroyed).toBe(true);
  });

  it('fails as what it reads does', async () => {
    const broken = async function* () {
      yield Buffer.alloc(5000);
      await Promise.reject(new Error('broken off'));
    };
    const { content } = await withHead(Readable.from(broken(), { objectMode: false }));
    await expect(buffer(content)).rejects.toThrow('broken off');
  });
});
