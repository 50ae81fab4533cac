import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { configFrom } from '@app/platform';
import sharp, { type Sharp } from 'sharp';
import { film, madeBy, recorded, tone } from '../testing/made-files.js';
import { Scrubber } from './scrubber.js';

const secret = 'Somebody at 51.5N';
const xmp = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf>${secret}</rdf></x:xmpmeta>`;
const exif = {
  IFD0: { Artist: secret, Make: secret, ImageDescription: secret },
  IFD2: { UserComment: secret, DateTimeOriginal: secret },
  IFD3: { GPSAreaInformation: secret, GPSLatitude: '51/1 30/1 0/1', GPSLatitudeRef: 'N' },
};

/** What is seen and heard of a film: a checksum of each frame. */
function framesOf(input: Buffer): Buffer {
  const args = ['-v', 'error', '-i', '{in}', '-f', 'framemd5', '{out}'];
  return madeBy('ffmpeg', args, { ending: 'txt', input });
}

/** One grey pixel, with an author, a comment in EXIF and a place in GPS. */
function cameraTiff(order: 'II' | 'MM', words: string): Buffer {
  const file = Buffer.alloc(1024);
  const short = (value: number, at: number) =>
    order === 'II' ? file.writeUInt16LE(value, at) : file.writeUInt16BE(value, at);
  const long = (value: number, at: number) =>
    order === 'II' ? file.writeUInt32LE(value, at) : file.writeUInt32BE(value, at);
  const directory = (
    at: number,
    entries: readonly (readonly [number, number, number, number])[],
  ) => {
    short(entries.length, at);
    for (const [n, [tag, type, count, value]] of entries.entries()) {
      const place = at + 2 + n * 12;
      short(tag, place);
      short(type, place + 2);
      long(count, place + 4);
      if (type === 3) short(value, place + 8);
      else long(value, place + 8);
    }
  };
  file.write(order, 'latin1');
  short(42, 2);
  long(8, 4);
  const [exifAt, gpsAt, wordsAt, pixelAt] = [300, 400, 500, 800];
  for (const n of [0, 1, 2]) file.write(words, wordsAt + n * 100, 'latin1');
  file[pixelAt] = 0x80;
  directory(8, [
    ...([256, 257] as const).map((tag) => [tag, 3, 1, 1] as const),
    ...(
      [
        [258, 8],
        [259, 1],
        [262, 1],
      ] as const
    ).map(([tag, value]) => [tag, 3, 1, value] as const),
    [273, 4, 1, pixelAt],
    [274, 3, 1, 3],
    ...([277, 278, 279] as const).map((tag) => [tag, 3, 1, 1] as const),
    [315, 2, words.length + 1, wordsAt],
    [34665, 4, 1, exifAt],
    [34853, 4, 1, gpsAt],
  ]);
  directory(exifAt, [[37510, 7, words.length, wordsAt + 100]]);
  directory(gpsAt, [[28, 7, words.length, wordsAt + 200]]);
  return file;
}

// Pictures with all that a camera writes into them, made by the library that reads them afterwards.
describe('Scrubber', () => {
  let folder: string;
  let scrubber: Scrubber;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'parley-scrub-'));
    scrubber = new Scrubber(configFrom({ PARLEY_FILES_DIR: folder }));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const inPieces = (content: Buffer, size: number) => {
    const pieces = function* () {
      for (let at = 0; at < content.length; at += size) yield content.subarray(at, at + size);
    };
    return Readable.from(pieces(), { objectMode: false });
  };
  const scrubbed = (mime: string, content: Buffer, size = 65_536) =>
    buffer(scrubber.scrub(mime, inPieces(content, size)));
  const picture = (): Sharp => {
    const noise = { type: 'gaussian', mean: 120, sigma: 60 } as const;
    const create = { width: 120, height: 80, channels: 3, noise, background: 'red' } as const;
    return sharp({ create });
  };
  const full = () =>
    picture().withExif(exif).withXmp(xmp).withMetadata({ orientation: 6, icc: 'p3' });
  const pixels = (content: Buffer) => sharp(content).raw().toBuffer();
  const told = (content: Buffer) => content.toString('latin1').split(secret).length - 1;

  const formats: [string, () => Promise<Buffer>][] = [
    ['image/jpeg', () => full().jpeg().toBuffer()],
    ['image/jpeg', () => full().jpeg({ progressive: true }).toBuffer()],
    ['image/png', () => full().png().toBuffer()],
    ['image/webp', () => full().webp().toBuffer()],
    ['image/webp', () => full().webp({ lossless: true }).toBuffer()],
    ['image/avif', () => full().avif({ effort: 0 }).toBuffer()],
    ['image/tiff', () => full().tiff().toBuffer()],
  ];

  it.each(formats)(
    'takes from a %s what it tells, and changes nothing else',
    async (mime, make) => {
      const content = await make();
      const before = await sharp(content).metadata();
      expect(told(content)).toBeGreaterThan(0);
      expect(before.icc).toBeDefined();

      const clean = await scrubbed(mime, content);

      const after = await sharp(clean).metadata();
      expect(told(clean)).toBe(0);
      expect(after.xmp?.toString().trim() ?? '').toBe('');
      // In an AVIF the picture itself is turned.
      expect(after.orientation).toBe(before.orientation);
      expect(after.autoOrient).toEqual({ width: 80, height: 120 });
      expect(after.icc?.equals(before.icc!)).toBe(true);
      expect((await pixels(clean)).equals(await pixels(content))).toBe(true);
    },
  );

  it.each(formats)('does the same to a %s however it comes', async (mime, make) => {
    const content = await make();
    const whole = await scrubbed(mime, content);
    for (const size of [1, 2, 3, 61, 4096])
      expect((await scrubbed(mime, content, size)).equals(whole)).toBe(true);
    expect((await scrubbed(mime, whole)).equals(whole)).toBe(true);
  });

  it('takes it from a HEIC, as telephones write them', async () => {
    const input = await picture().withExif(exif).jpeg().toBuffer();
    const content = madeBy('heif-enc', ['{in}', '-o', '{out}'], { ending: 'heic', input });
    expect(told(content)).toBeGreaterThan(3);

    const clean = await scrubbed('image/heic', content);

    expect(told(clean)).toBe(0);
    const shown = (of: Buffer) =>
      madeBy('heif-convert', ['{in}', '{out}'], { ending: 'png', input: of });
    expect((await pixels(shown(clean))).equals(await pixels(shown(content)))).toBe(true);
  });

  it.each(['II', 'MM'] as const)('takes what a camera writes into a TIFF (%s)', async (order) => {
    const content = cameraTiff(order, secret);
    expect(await sharp(content).metadata()).toMatchObject({ width: 1, height: 1 });
    expect(told(content)).toBe(3);

    const clean = await scrubbed('image/tiff', content);

    expect(told(clean)).toBe(0);
    expect(await sharp(clean).metadata()).toMatchObject({ orientation: 3, width: 1 });
    expect((await pixels(clean)).equals(await pixels(content))).toBe(true);
  });

  it.each([
    ['mp4', 'video/mp4', []],
    ['mov', 'video/quicktime', []],
    ['mov', 'video/quicktime', ['-movflags', 'use_metadata_tags']],
    ['m4a', 'audio/mp4', []],
  ])(
    'takes from a film (%s, %s, %j) what a telephone writes into it',
    async (ending, mime, how) => {
      const said = ['title', 'comment', 'location', 'com.apple.quicktime.location.ISO6709'].flatMap(
        (name) => ['-metadata', `${name}=${secret}`],
      );
      const of = mime.startsWith('audio') ? tone(1) : film('64x48', 1);
      const time = ['-metadata', 'creation_time=2026-01-02T03:04:05Z'];
      const content = recorded(ending, of, [...said, ...time, ...how]);
      expect(told(content)).toBeGreaterThan(0);

      const clean = await scrubbed(mime, content);

      expect([told(clean), clean.length]).toEqual([0, content.length]);
      expect(framesOf(clean).equals(framesOf(content))).toBe(true);
      // Seconds since 1904, behind the name, version and flags.
      const madeAt = (of: Buffer) => of.readUInt32BE(of.indexOf('mvhd') + 8);
      expect([madeAt(content) > 0, madeAt(clean)]).toEqual([true, 0]);
    },
  );

  it.each([
    ['mkv', 'video/matroska', film('64x48', 1), []],
    ['webm', 'video/webm', film('64x48', 1), ['-deadline', 'realtime']],
    // As what is recorded live: nothing says how long it is.
    ['webm', 'audio/webm', tone(1), ['-live', '1']],
  ])('takes the tags out of a film (%s, %s)', async (ending, mime, of, how) => {
    const said = ['comment', 'location'].flatMap((name) => ['-metadata', `${name}=${secret}`]);
    const content = recorded(ending, of, [...said, ...how]);
    expect(told(content)).toBe(2);

    const clean = await scrubbed(mime, content);

    expect([told(clean), clean.length]).toEqual([0, content.length]);
    expect(framesOf(clean).equals(framesOf(content))).toBe(true);
    expect((await scrubbed(mime, clean)).equals(clean)).toBe(true);
  });

  it('takes comments and XMP out of a GIF, and leaves it moving', async () => {
    const frames = await Promise.all(
      ['red', 'blue'].map((background) =>
        sharp({ create: { width: 40, height: 30, channels: 3, background } })
          .png()
          .toBuffer(),
      ),
    );
    const content = await sharp(frames, { join: { animated: true } })
      .gif({ loop: 3 })
      .toBuffer();
    const words = Buffer.from(secret);
    const comment = Buffer.concat([Buffer.of(0x21, 0xfe, words.length), words, Buffer.of(0)]);
    // It is no list of parts, and behind it is what leads out of it from whatever part one is in.
    const out = Buffer.from(Array.from({ length: 256 }, (_, n) => 255 - n));
    const packet = [Buffer.from('\x21\xff\x0bXMP DataXMP', 'latin1'), Buffer.from(xmp)];
    const metadata = Buffer.concat([...packet, Buffer.of(1), out, Buffer.of(0)]);
    const behindColours = 13 + (content[10]! & 0x80 ? 3 * 2 ** ((content[10]! & 7) + 1) : 0);
    const full = Buffer.concat([
      content.subarray(0, behindColours),
      comment,
      metadata,
      content.subarray(behindColours, -1),
      comment,
      content.subarray(-1),
      words,
    ]);
    expect(await sharp(content).metadata()).toMatchObject({ pages: 2, loop: 3 });

    for (const size of [1, 7, 4096])
      expect((await scrubbed('image/gif', full, size)).equals(content)).toBe(true);
    for (let cut = 0; cut < full.length; cut++) {
      const bent = Buffer.from(full);
      bent[cut]! ^= 0xff;
      await expect(scrubbed('image/gif', bent)).resolves.toBeInstanceOf(Buffer);
      await expect(scrubbed('image/gif', full.subarray(0, cut))).resolves.toBeInstanceOf(Buffer);
    }
  });

  it('takes what follows the end of a picture', async () => {
    for (const [mime, content] of [
      ['image/jpeg', await picture().jpeg().toBuffer()],
      ['image/png', await picture().png().toBuffer()],
      ['image/webp', await picture().webp().toBuffer()],
    ] as const) {
      const more = Buffer.concat([content, Buffer.from(secret), await full().jpeg().toBuffer()]);
      expect((await scrubbed(mime, more)).equals(await scrubbed(mime, content))).toBe(true);
    }
  });

  it('leaves comments and thumbnails out', async () => {
    const jpeg = await picture().jpeg().toBuffer();
    const segment = (code: number, body: string) => {
      const bytes = Buffer.from(body, 'latin1');
      const size = Buffer.of((bytes.length + 2) >> 8, (bytes.length + 2) & 0xff);
      return Buffer.concat([Buffer.of(0xff, code), size, bytes]);
    };
    const more = Buffer.concat([
      jpeg.subarray(0, 2),
      // Filled up, which is allowed.
      Buffer.of(0xff, 0xff),
      segment(0xfe, secret),
      segment(0xed, `Photoshop 3.0\0${secret}`),
      segment(0xe2, `MPF\0${secret}`),
      segment(0xe0, `JFXX\0${secret}`),
      jpeg.subarray(2),
    ]);
    expect((await sharp(more).metadata()).width).toBe(120);
    expect((await scrubbed('image/jpeg', more)).equals(await scrubbed('image/jpeg', jpeg))).toBe(
      true,
    );
  });

  it('leaves a picture that moves moving', async () => {
    const frames = await Promise.all(
      ['red', 'blue'].map((background) =>
        sharp({ create: { width: 40, height: 30, channels: 3, background } })
          .png()
          .toBuffer(),
      ),
    );
    const content = await sharp(frames, { join: { animated: true } })
      .withExif(exif)
      .webp()
      .toBuffer();
    const clean = await scrubbed('image/webp', content);
    expect(told(clean)).toBe(0);
    expect(await sharp(clean).metadata()).toMatchObject({ pages: 2, width: 40, height: 30 });
  });

  it('passes on what is broken or cut, whatever it is taken for', async () => {
    for (const [mime, make] of formats) {
      const content = await make();
      for (let cut = 0; cut < content.length; cut += Math.ceil(content.length / 60)) {
        const bent = Buffer.from(content);
        bent[cut]! ^= 0xff;
        await expect(scrubbed(mime, bent)).resolves.toBeInstanceOf(Buffer);
        await expect(scrubbed(mime, content.subarray(0, cut))).resolves.toBeInstanceOf(Buffer);
      }
      const text = Buffer.from('no picture at all, and rather short');
      expect((await scrubbed(mime, text)).equals(text)).toBe(true);
    }
  });

  it('is not kept busy by what is made for that', async () => {
    const segments = Buffer.alloc(4_000_000);
    for (let at = 2; at < segments.length; at += 4)
      segments.writeUInt32BE(0xfffe0002, at - 2 + 2 - 2);
    const content = Buffer.concat([Buffer.of(0xff, 0xd8), segments]);
    // 10,000 of them are left out, and the rest is passed on.
    expect((await scrubbed('image/jpeg', content)).length).toBeGreaterThan(3_900_000);
  });

  it('fails as the stream does, and leaves nothing behind', async () => {
    for (const mime of ['image/jpeg', 'image/tiff']) {
      const content = await full()
        .toFormat(mime === 'image/jpeg' ? 'jpeg' : 'tiff')
        .toBuffer();
      const broken = function* () {
        yield content.subarray(0, 1000);
        throw new Error('The sender is gone');
      };
      const source = Readable.from(broken(), { objectMode: false });
      await expect(buffer(scrubber.scrub(mime, source))).rejects.toThrow('The sender is gone');
    }
    expect(readdirSync(join(folder, 'incoming'))).toEqual([]);
  });

  it('leaves all as it is where that is asked for, and what is no picture', async () => {
    const content = await full().jpeg().toBuffer();
    expect((await scrubbed('application/pdf', content)).equals(content)).toBe(true);
    scrubber = new Scrubber(configFrom({ PARLEY_STRIP_EXIF: 'off' }));
    expect((await scrubbed('image/jpeg', content)).equals(content)).toBe(true);
  });
});
