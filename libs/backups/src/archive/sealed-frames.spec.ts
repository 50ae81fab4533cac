import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { openedFrames, sealedFrames } from './sealed-frames.js';

const at = new Date('2026-01-01T00:00:00Z');
// Three frames, the last of them with a few bytes.
const content = Buffer.concat([randomBytes(512 * 1024), Buffer.from('the end')]);

const closed = (passphrase?: string, bytes = content) =>
  buffer(
    sealedFrames(Readable.from([bytes.subarray(0, 100), bytes.subarray(100)]), at, passphrase),
  );
const opened = (archive: Buffer, passphrase?: string) =>
  buffer(openedFrames(Readable.from([archive]), passphrase));

describe('sealedFrames', () => {
  describe.each([
    ['without a passphrase', undefined],
    ['with one', 'correct horse'],
  ])('%s', (_, passphrase) => {
    let archive: Buffer;

    beforeAll(async () => {
      archive = await closed(passphrase);
    });

    it('are opened as they were closed', async () => {
      expect((await opened(archive, passphrase)).equals(content)).toBe(true);
    });

    it('hide what is in them only with one', () => {
      expect(archive.includes('the end')).toBe(passphrase === undefined);
    });

    it.each([
      ['a changed bit', (bytes: Buffer) => changed(bytes, bytes.length - 40)],
      ['a cut', (bytes: Buffer) => bytes.subarray(0, -60)],
      [
        'the last frame missing',
        (bytes: Buffer) => bytes.subarray(0, -7 - 4 - tagBytes(passphrase)),
      ],
      ['something behind the end', (bytes: Buffer) => Buffer.concat([bytes, Buffer.from('x')])],
      ['a changed preamble', (bytes: Buffer) => changed(bytes, 40)],
    ])('are refused with %s', async (_, change) => {
      await expect(opened(change(Buffer.from(archive)), passphrase)).rejects.toThrow(
        /damaged|wrong/u,
      );
    });
  });

  it('are refused where frames have changed their places', async () => {
    const archive = await closed();
    const frame = 4 + 256 * 1024 + 32;
    const begin = archive.length - (4 + 7 + 32) - 2 * frame;
    const [first, second] = [begin, begin + frame].map((from) =>
      archive.subarray(from, from + frame),
    );
    const swapped = [
      archive.subarray(0, begin),
      second!,
      first!,
      archive.subarray(begin + 2 * frame),
    ];
    await expect(opened(Buffer.concat(swapped))).rejects.toThrow('damaged');
  });

  it('are refused with a passphrase where they were closed without one', async () => {
    const forged = await closed();
    await expect(opened(forged, 'correct horse')).rejects.toThrow('is not encrypted');
  });

  it('may be empty', async () => {
    expect(await opened(await closed(undefined, Buffer.alloc(0)))).toHaveLength(0);
  });
});

const tagBytes = (passphrase: string | undefined) => (passphrase === undefined ? 32 : 16);

function changed(bytes: Buffer, at: number): Buffer {
  bytes[at]! ^= 1;
  return bytes;
}
