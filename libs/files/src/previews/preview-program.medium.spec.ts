import { mkdtempSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { configFrom } from '@app/platform';
import sharp from 'sharp';
import { endlessGif } from '../testing/hostile-files.js';
import { pdfOf } from '../testing/made-files.js';
import { colourAt } from '../testing/preview-stage.js';
import { BoundedPrograms } from './bounded-programs.js';
import { PreviewProgram } from './preview-program.js';

describe('PreviewProgram', () => {
  let outside: string;
  let folder: string;
  let program: PreviewProgram;

  beforeEach(() => {
    outside = mkdtempSync(join(tmpdir(), 'parley-program-'));
    folder = join(outside, 'work');
    mkdirSync(folder);
    const config = configFrom({ PATH: process.env['PATH'] });
    program = new PreviewProgram(new BoundedPrograms(config), config);
  });
  afterEach(() => rmSync(outside, { recursive: true, force: true }));

  const square = { input: 'input', sizes: [64, 256], fit: 'square', motion: 'stopped' } as const;

  it('cuts squares out of the middle, however small a picture is', async () => {
    const sides = { create: { width: 100, height: 100, channels: 3, background: 'red' } } as const;
    const middle = await sharp({ create: { ...sides.create, background: 'blue' } })
      .png()
      .toBuffer();
    const wide = sharp({ create: { ...sides.create, width: 300 } });
    const picture = await wide
      .composite([{ input: middle, left: 100, top: 0 }])
      .jpeg()
      .toBuffer();
    writeFileSync(join(folder, 'input'), picture);

    const found = await program.picture({ ...square, format: 'jpeg' }, folder);

    expect(found).toMatchObject({ width: 300, height: 100, sizes: [64, 256] });
    for (const size of square.sizes) {
      const made = readFileSync(join(folder, `${size}.webp`));
      expect(await sharp(made).metadata()).toMatchObject({ width: size, height: size });
      for (const place of [5, size - 5]) expect(await colourAt(made, place, place)).toBe('blue');
    }
  });

  it('stops what moves where that is asked for', async () => {
    writeFileSync(join(folder, 'input'), endlessGif(10, 10, 10));
    const found = await program.picture({ ...square, format: 'gif' }, folder);
    expect(found.isAnimated).toBeUndefined();
    const made = await sharp(readFileSync(join(folder, '64.webp'))).metadata();
    expect(made.pages ?? 1).toBe(1);
  });

  it('lets nothing near a file but what reads the format that is said', async () => {
    const create = { width: 10, height: 10, channels: 3, background: 'red' } as const;
    writeFileSync(join(folder, 'input'), await sharp({ create }).png().toBuffer());
    await expect(program.picture({ ...square, format: 'jpeg' }, folder)).rejects.toMatchObject({
      name: 'ProgramFailed',
      why: 'exit',
    });
    writeFileSync(join(folder, 'input'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
    for (const format of ['png', 'jpeg', 'gif', 'webp', 'avif', 'tiff'] as const)
      await expect(program.picture({ ...square, format }, folder)).rejects.toThrow('exit');
    expect(readdirSync(folder)).toEqual(['input']);
  });

  it('reads no other folder than that of the file', async () => {
    writeFileSync(join(folder, 'input'), pdfOf(1));
    await expect(program.page({ input: 'input', size: 100 }, folder)).resolves.toMatchObject({
      pages: 1,
    });
    writeFileSync(join(outside, 'other'), pdfOf(1));
    await expect(program.page({ input: '../other', size: 100 }, folder)).rejects.toThrow(
      'ERR_ACCESS_DENIED',
    );
  });
});
