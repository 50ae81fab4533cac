import { mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { configFrom, programOn } from '@app/platform';
import sharp from 'sharp';
import { endlessGif, hostileFiles, playlist } from '../testing/hostile-files.js';
import { PreviewStage } from '../testing/preview-stage.js';
import { BoundedPrograms } from './bounded-programs.js';
import { MediaPrograms } from './media-programs.js';

type HostileFile = ReturnType<typeof hostileFiles>[number];

/** It uses up all the time that it is given, twice: so it gets little. */
const isEndless = ([name]: HostileFile) => name === 'nests.pdf';

/** Whatever comes of one, the process that asked for it is there, and makes the next. */
async function mustEndAsItShould(stage: PreviewStage, file: HostileFile): Promise<void> {
  const [name, content, expected] = file;
  const meta = await stage.upload(content, name);
  expect(meta.preview).toBe(expected);
  if (expected === 'failed') {
    expect(meta.details).toBeUndefined();
    await expect(stage.shown(meta, 320)).rejects.toMatchObject({ code: 'not_found' });
  }
}

describe('Previews of hostile files without an end', () => {
  let stage: PreviewStage;

  beforeAll(async () => {
    stage = await PreviewStage.open({ PARLEY_PREVIEW_SECONDS: '1' });
  });
  afterAll(() => stage.close());

  it.each(hostileFiles().filter(isEndless))('%s', (...file) => mustEndAsItShould(stage, file));
});

describe('Previews of hostile files', () => {
  let stage: PreviewStage;

  beforeAll(async () => {
    // All of them end by themselves: what they are given is for what hangs.
    stage = await PreviewStage.open({ PARLEY_PREVIEW_SECONDS: '45' });
  });
  afterAll(() => stage.close());

  it.each(hostileFiles().filter((file) => !isEndless(file)))('%s', (...file) =>
    mustEndAsItShould(stage, file),
  );

  it('are small, however much there is to be seen', async () => {
    const all = hostileFiles().filter(([name]) => /^(large|endless|vast\.pdf)/.test(name));
    for (const [name, content] of all) {
      const meta = await stage.upload(content, name);
      const { width, height } = await sharp(await stage.shown(meta, 320)).metadata();
      expect(Math.max(width, height)).toBeLessThanOrEqual(320);
    }
  });

  it('have so many frames of what never ends', async () => {
    const meta = await stage.upload(endlessGif(500, 10, 10), 'endless.gif');
    expect(meta.details!.isAnimated).toBe(true);
    expect((await sharp(await stage.shown(meta, 320)).metadata()).pages).toBe(120);
  });

  it.each([
    ['zip.jpg', Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(100)])],
    ['svg.png', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['list.mp4', playlist('http://127.0.0.1/')],
    ['list.m3u8.mkv', playlist('http://127.0.0.1/')],
    ['concat.webm', Buffer.from("ffconcat version 1.0\nfile '/etc/passwd'\n")],
  ])('are not even begun of %s, which is not what it is called', async (name, content) => {
    await expect(stage.bench.upload(stage.actor, content, name)).rejects.toMatchObject({
      code: 'unsupported_media_type',
    });
  });

  it('are text of what is markup, and no picture', async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>';
    const meta = await stage.upload(svg, 'drawing.svg');
    expect(meta).toMatchObject({ preview: 'ready', details: { hasSnippet: true } });
    expect(meta.link.previews).toEqual([]);
  });

  it('leave nothing behind where they were made', () => {
    expect(readdirSync(join(stage.bench.folder, 'previews'))).toEqual([]);
  });
});

// Where the system does not keep it from the network it is not asked for any address either.
describe('MediaPrograms', () => {
  const demuxers = ['mov', 'matroska', 'mp3', 'aac', 'ogg', 'wav', 'flac'];

  it.each(demuxers)('reads no playlist as %s, and follows none', async (demuxer) => {
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(request.url!);
      response.end();
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const folder = mkdtempSync(join(tmpdir(), 'parley-hostile-'));
    try {
      const { PATH = '' } = process.env;
      for (const name of ['ffmpeg', 'ffprobe'])
        symlinkSync(programOn(PATH.split(':'), name)!, join(folder, name));
      const config = configFrom({ PATH: folder });
      const programs = new BoundedPrograms(config);
      expect(programs.hasNetwork).toBe(true);
      const media = new MediaPrograms(programs, config);
      const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/list`;
      writeFileSync(join(folder, 'input'), playlist(address));
      const place = { folder, signal: new AbortController().signal };

      // What it is called is believed, and then there is nothing in it.
      await media.probe(demuxer, place).catch(() => undefined);
      await expect(media.samples(demuxer, place)).rejects.toThrow('exit');
      await expect(media.poster(demuxer, 2000, place)).rejects.toThrow('exit');

      expect(asked).toEqual([]);
    } finally {
      server.close();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
