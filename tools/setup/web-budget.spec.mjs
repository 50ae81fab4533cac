import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compressFiles } from './compress.mjs';
import { firstFiles } from './web-budget.mjs';

describe('firstFiles', () => {
  let folder;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'parley-budget-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  it('weighs the page and what it names, compressed, and no other file', async () => {
    const script = (path) => `<script src="${path}" type="module"></script>`;
    const page = `<link rel="stylesheet" href="styles-A.css"><link rel="icon" href="favicon.svg">
      <link rel="modulepreload" href="chunk-B.js">${script('main-C.js')}`;
    const files = {
      'index.html': page,
      'styles-A.css': 'body { color: red }',
      'chunk-B.js': 'b();'.repeat(5000),
      'main-C.js': 'c();'.repeat(5000),
      'chunk-later.js': 'later();'.repeat(5000),
    };
    for (const [name, body] of Object.entries(files)) writeFileSync(join(folder, name), body);
    await compressFiles(folder);
    const weights = new Map(firstFiles(folder));
    expect([...weights.keys()]).toEqual(['index.html', 'styles-A.css', 'chunk-B.js', 'main-C.js']);
    expect(weights.get('styles-A.css')).toBe(files['styles-A.css'].length);
    expect(weights.get('main-C.js')).toBeLessThan(200);
  });
});
