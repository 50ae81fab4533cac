import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { configFrom } from '@app/platform';
import { cachedWorkers, findWorker } from './find-worker.js';

describe('findWorker', () => {
  let cacheDir: string;

  beforeEach(() => (cacheDir = mkdtempSync(join(tmpdir(), 'parley-worker-'))));
  afterEach(() => rmSync(cacheDir, { recursive: true }));

  const program = (path: string) => {
    const file = join(cacheDir, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, '');
    chmodSync(file, 0o755);
    return file;
  };
  const find = (workerFile?: string) =>
    findWorker({ media: { ...configFrom({}).media, workerFile }, cacheDir });

  it('finds none where none was made', () => {
    expect(find()).toBeUndefined();
  });

  it.each(cachedWorkers)('finds %s', (path) => {
    const file = program(path);
    expect(find()).toBe(file);
  });

  it('takes the one that is named, before any other', () => {
    program(cachedWorkers[0]!);
    const file = program('mine');
    expect(find(file)).toBe(file);
  });

  it('refuses to start with one that is named and is no program', () => {
    program(cachedWorkers[0]!);
    expect(() => find(join(cacheDir, 'nothing'))).toThrow('PARLEY_MEDIA_WORKER');
  });
});
