import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { film, madeBy, pdfOf, recorded, tone } from '../testing/made-files.js';
import { colourAt, PreviewStage } from '../testing/preview-stage.js';

// By the real programs, on small files that they make themselves.
describe('Previews of all but pictures', () => {
  let stage: PreviewStage;

  beforeAll(async () => {
    stage = await PreviewStage.open();
  });
  afterAll(() => stage.close());

  const waveform = async ({ id }: { id: Parameters<PreviewStage['settled']>[0] }) =>
    (await stage.bench.transfers.waveform(stage.actor, id)).points;
  const average = (points: readonly number[]) =>
    points.reduce((sum, point) => sum + point, 0) / points.length;

  it('show the first page of a PDF, and say how many there are', async () => {
    const meta = await stage.upload(pdfOf(7), 'report.pdf');
    expect(meta).toMatchObject({
      preview: 'ready',
      details: { pages: 7, width: 400, height: 600, sizes: [320, 1280] },
    });
    const page = await stage.shown(meta, 1280);
    expect(await sharp(page).metadata()).toMatchObject({
      format: 'webp',
      width: 853,
      height: 1280,
    });
    expect(await colourAt(page, 400, 1000)).toBe('red');
    expect((await sharp(page).stats()).isOpaque).toBe(true);
  });

  it.each([
    ['mp3', []],
    ['wav', []],
    ['flac', []],
    ['ogg', ['-c:a', 'libopus']],
    ['m4a', []],
    ['aac', []],
    // As a browser records it: of a kind that films have, too, and nobody says how long it is.
    ['webm', ['-c:a', 'libopus', '-live', '1']],
    ['mp4', []],
  ])('draw the sound of a %s, and say how long it is', async (ending, as) => {
    const meta = await stage.upload(recorded(ending, tone(3), as), `voice.${ending}`);
    expect(meta.preview).toBe('ready');
    expect(meta.details!.hasWaveform).toBe(true);
    expect(Math.abs(meta.details!.durationMs! - 3000)).toBeLessThan(150);
    const points = await waveform(meta);
    expect(points).toHaveLength(256);
    expect(average(points.slice(0, 110))).toBeGreaterThan(200);
    expect(average(points.slice(146))).toBeLessThan(10);
  });

  it.each(['mp4', 'webm', 'mov', 'mkv'])(
    'show how a %s looks, and how long it is',
    async (ending) => {
      const meta = await stage.upload(recorded(ending, film('640x360', 2)), `film.${ending}`);
      expect(meta).toMatchObject({
        preview: 'ready',
        details: { width: 640, height: 360, durationMs: 2000, sizes: [320, 1280] },
      });
      expect(await sharp(await stage.shown(meta, 320)).metadata()).toMatchObject({
        format: 'webp',
        width: 320,
        height: 180,
      });
    },
  );

  it('tell how long a film is that does not say so', async () => {
    const content = recorded('webm', film('160x120', 2), ['-deadline', 'realtime', '-live', '1']);
    const { details } = await stage.upload(content, 'recorded.webm');
    expect(Math.abs(details!.durationMs! - 2000)).toBeLessThan(150);
  });

  it('show a film as it is watched: upright, and as wide as it is meant', async () => {
    const wide = recorded('mp4', film('320x240', 1), ['-vf', 'setsar=2']);
    expect((await stage.upload(wide, 'wide.mp4')).details).toMatchObject({
      width: 640,
      height: 240,
    });
    const lying = recorded('mp4', film('320x240', 1));
    const args = ['-v', 'error', '-i', '{in}', '-c', 'copy', '-metadata:s:v', 'rotate=90', '{out}'];
    const turned = madeBy('ffmpeg', args, { ending: 'mp4', input: lying });
    expect((await stage.upload(turned, 'turned.mp4')).details).toMatchObject({
      width: 240,
      height: 320,
    });
  });

  it.each([
    ['photo.heic', 'heif-enc', ['{in}', '-o', '{out}']],
    ['drawing.bmp', 'ffmpeg', ['-v', 'error', '-i', '{in}', '{out}']],
  ])('show %s', async (name, program, args) => {
    const create = { width: 400, height: 200, channels: 3, background: 'red' } as const;
    const input = await sharp({ create }).jpeg().toBuffer();
    const content = madeBy(program, args, { ending: name.split('.')[1]!, input });
    const meta = await stage.upload(content, name);
    expect(meta).toMatchObject({ preview: 'ready', details: { width: 400, height: 200 } });
    expect(await colourAt(await stage.shown(meta, 320), 20, 20)).toBe('red');
  });

  it('say how a text begins, and in which language', async () => {
    const code = Array.from({ length: 80 }, (_, n) => `const name${n} = 'Zürich';\n`).join('');
    const meta = await stage.upload(code, 'main.ts');
    expect(meta).toMatchObject({ preview: 'ready', details: { hasSnippet: true } });
    expect(await stage.bench.transfers.snippet(stage.actor, meta.id)).toEqual({
      text: code.split('\n').slice(0, 50).join('\n'),
      language: 'typescript',
      isWhole: false,
    });
    const long = await stage.upload('x'.repeat(100_000), 'one-line.txt');
    const { text, isWhole } = await stage.bench.transfers.snippet(stage.actor, long.id);
    expect([text.length, isWhole]).toEqual([16_384, false]);
  });

  it('are none of what nobody can show', async () => {
    const zip = Buffer.concat([Buffer.from('PK\x05\x06'), Buffer.alloc(18)]);
    expect((await stage.bench.upload(stage.actor, zip, 'a.zip')).preview).toBe('none');
  });

  it('are none of what the programs are missing for, and of all else they are', async () => {
    const bare = await PreviewStage.open({ PATH: '/nowhere' });
    try {
      const sound = recorded('mp3', tone(1));
      expect((await bare.bench.upload(bare.actor, sound, 'a.mp3')).preview).toBe('none');
      expect((await bare.upload('words', 'a.txt')).preview).toBe('ready');
    } finally {
      await bare.close();
    }
  });

  it('leave nothing behind where they were made', () => {
    expect(readdirSync(join(stage.bench.folder, 'previews'))).toEqual([]);
  });
});
