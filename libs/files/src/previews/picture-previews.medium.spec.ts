import { readdirSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { MessageId } from '@app/contracts';
import { eventually } from '@app/platform/testing';
import sharp, { type Sharp } from 'sharp';
import { FileSweep } from '../file-sweep.js';
import { FilesRepository } from '../files.repository.js';
import { StoragePort } from '../storage/storage-port.js';
import { crew, others } from '../testing/files-bench.js';
import { colourAt, PreviewStage } from '../testing/preview-stage.js';
import { PreviewNews } from './preview-news.js';

/** Left half red, right half blue: so that it can be told which way round it is. */
function twoColours(width: number, height: number): Sharp {
  const half = { width: width / 2, height, channels: 3, background: 'red' } as const;
  const background = { width, height, channels: 3, background: 'blue' } as const;
  return sharp({ create: background }).composite([{ input: { create: half }, left: 0, top: 0 }]);
}

const wherever = { IFD0: { Artist: 'Somebody' }, IFD3: { GPSLatitude: '51/1 30/1 0/1' } };

describe('Previews of pictures', () => {
  let stage: PreviewStage;

  beforeAll(async () => {
    stage = await PreviewStage.open();
  });
  afterAll(() => stage.close());

  it('are upright, of two sizes, and know nothing of where they were taken', async () => {
    const photo = await twoColours(2000, 1000)
      .withExif(wherever)
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    expect((await sharp(photo).metadata()).exif?.includes('Somebody')).toBe(true);

    const meta = await stage.upload(photo, 'photo.jpg');

    expect(meta).toMatchObject({
      preview: 'ready',
      details: { width: 1000, height: 2000, sizes: [320, 1280] },
    });
    for (const [size, width, height] of [
      [320, 160, 320],
      [1280, 640, 1280],
    ] as const) {
      const picture = await stage.shown(meta, size);
      expect(await sharp(picture).metadata()).toMatchObject({ format: 'webp', width, height });
      expect(picture.includes('EXIF')).toBe(false);
      expect(picture.includes('Somebody')).toBe(false);
      // What was on the left is above.
      expect(await colourAt(picture, width / 2, 10)).toBe('red');
      expect(await colourAt(picture, width / 2, height - 10)).toBe('blue');
    }
  });

  it('stand for themselves by a few bytes until they are there', async () => {
    const meta = await stage.upload(await twoColours(1600, 1200).png().toBuffer(), 'large.png');
    const blur = Buffer.from(meta.details!.blur!, 'base64');
    expect(await sharp(blur).metadata()).toMatchObject({ format: 'webp', width: 16, height: 12 });
    expect(await colourAt(blur, 2, 6)).toBe('red');
    expect(await colourAt(blur, 13, 6)).toBe('blue');
    expect(meta.details!.blur!.length).toBeLessThanOrEqual(400);
  });

  it('are none larger than the picture itself', async () => {
    const meta = await stage.upload(await twoColours(200, 100).webp().toBuffer(), 'small.webp');
    expect(meta.details).toMatchObject({ width: 200, height: 100, sizes: [320] });
    for (const size of [320, 1280] as const)
      expect(await sharp(await stage.shown(meta, size)).metadata()).toMatchObject({ width: 200 });
    expect(meta.link.previews).toEqual([
      { size: 320, url: expect.stringMatching(/\/preview\?expires=.*&size=320$/) as string },
    ]);
  });

  it.each(['png', 'webp', 'avif', 'tiff', 'gif'] as const)('are made of a %s', async (format) => {
    const content = await twoColours(400, 200).toFormat(format).toBuffer();
    const meta = await stage.upload(content, `picture.${format}`);
    expect(meta).toMatchObject({
      preview: 'ready',
      details: { width: 400, height: 200, sizes: [320, 1280] },
    });
    expect(meta.details!.isAnimated).toBeUndefined();
    expect(await colourAt(await stage.shown(meta, 320), 20, 80)).toBe('red');
  });

  it.each(['gif', 'webp'] as const)('go on moving where a %s does', async (format) => {
    const frames = ['red', 'lime', 'blue'].map((background) => {
      const create = { width: 400, height: 300, channels: 3, background } as const;
      return sharp({ create }).png().toBuffer();
    });
    const content = await sharp(await Promise.all(frames), { join: { animated: true } })
      .toFormat(format)
      .toBuffer();
    const meta = await stage.upload(content, `moving.${format}`);
    expect(meta.details).toMatchObject({ width: 400, height: 300, isAnimated: true });
    for (const size of [320, 1280] as const) {
      const { pages, height } = await sharp(await stage.shown(meta, size)).metadata();
      expect([pages, height]).toEqual([3, size === 320 ? 240 : 300]);
    }
  });

  it('are told to where the file is, without a glimpse of what it shows', async () => {
    const all: unknown[][] = [];
    stage.bench.hear((...said) => all.push(said));
    const { id } = await stage.upload(await twoColours(64, 64).png().toBuffer(), 'news.png');
    const news = { fileId: id, chatId: crew, preview: 'ready' };
    // What was made before may be told only now.
    const told = () => all.filter(([, , about]) => (about as typeof news).fileId === id);
    await eventually(() => expect(told()).toEqual([['user:ada', 'preview_ready', news]]));

    const messageId = MessageId.parse('m-news');
    await stage.bench.files.attach(stage.actor, { fileIds: [id], chatId: others, messageId });
    await stage.bench.part(PreviewNews).tell((await stage.bench.part(FilesRepository).find(id))!);
    expect(told().slice(1)).toEqual([
      ['chat:others', 'preview_ready', { ...news, chatId: others }],
    ]);
  });

  it('go with the last file that has them', async () => {
    const photo = await twoColours(640, 480).jpeg().toBuffer();
    const mine = await stage.upload(photo, 'one.jpg');
    const theirs = await stage.upload(photo, 'other.jpg');
    const kept = async () => {
      const found = [];
      for await (const { sizeBytes } of stage.bench.part(StoragePort).list()) found.push(sizeBytes);
      return found;
    };
    const before = await kept();
    const sizeOf = async (size: 320 | 1280) => (await stage.shown(mine, size)).length;
    const ours = [photo.length, await sizeOf(320), await sizeOf(1280)];
    expect(before).toEqual(expect.arrayContaining(ours));

    await stage.bench.files.remove(stage.actor, { fileId: mine.id });
    expect(await kept()).toHaveLength(before.length);
    await expect(stage.shown(mine, 320)).rejects.toMatchObject({ code: 'gone' });
    expect(await stage.shown(theirs, 320)).toHaveLength(ours[1]!);

    await stage.bench.files.remove(stage.actor, { fileId: theirs.id });
    expect(await kept()).toHaveLength(before.length - ours.length);
  });

  it('are not swept as long as their file is there', async () => {
    const meta = await stage.upload(await twoColours(640, 320).png().toBuffer(), 'swept.png');
    const places = join(stage.bench.folder, 'contents');
    for (const name of readdirSync(places, { recursive: true, encoding: 'utf8' }))
      utimesSync(join(places, name), 0, 0);
    await stage.bench.part(FileSweep).sweepStorage(new AbortController().signal);
    expect((await stage.shown(meta, 320)).length).toBeGreaterThan(0);
  });

  it('leave nothing behind where they were made', () => {
    expect(readdirSync(join(stage.bench.folder, 'previews'))).toEqual([]);
  });
});
