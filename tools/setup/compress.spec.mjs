import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { compressFiles } from './compress.mjs';

let folder;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'parley-compress-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

describe('compressFiles', () => {
  it('puts both forms beside what shrinks, in every folder', async () => {
    const text = 'console.log("Parley");\n'.repeat(100);
    mkdirSync(join(folder, 'browser'));
    writeFileSync(join(folder, 'browser/main.js'), text);
    await compressFiles(folder);
    const read = (name) => readFileSync(join(folder, 'browser', name));
    expect(brotliDecompressSync(read('main.js.br')).toString()).toBe(text);
    expect(gunzipSync(read('main.js.gz')).toString()).toBe(text);
    expect(read('main.js.br').length).toBeLessThan(text.length / 4);
  });

  it('leaves alone what is small, or compressed already', async () => {
    writeFileSync(join(folder, 'small.js'), 'x');
    writeFileSync(join(folder, 'font.woff2'), Buffer.alloc(5000));
    await compressFiles(folder);
    expect(readdirSync(folder).sort()).toEqual(['font.woff2', 'small.js']);
  });
});
