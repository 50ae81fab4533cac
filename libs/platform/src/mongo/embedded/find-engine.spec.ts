import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { StartRefused } from '../../config/start-refused.js';
import { cachedEngines, findEngine } from './find-engine.js';

describe('findEngine', () => {
  let folder: string;
  let cacheDir: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'parley-engines-'));
    cacheDir = join(folder, 'cache');
  });

  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  function program(path: string, mode = 0o755): string {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, '#!/bin/sh\n');
    chmodSync(file, mode);
    return file;
  }

  const find = (mongod?: string) =>
    findEngine({ mongod, cacheDir, searchPath: [join(folder, 'a'), join(folder, 'b')] });

  it('takes the given one first, then the path, then the cache', () => {
    const [official, built] = cachedEngines.map(({ path }) => program(join('cache', path)));
    const onPath = program('b/mongod');
    const given = program('given');
    expect(find(given)).toEqual({ kind: 'mongod', file: given });
    expect(find()).toEqual({ kind: 'mongod', file: onPath });
    rmSync(onPath);
    expect(find()).toEqual({ kind: 'mongod', file: official });
    rmSync(official!);
    expect(find()).toEqual({ kind: 'secantus', file: built });
  });

  it('passes over what cannot be started', () => {
    program('a/mongod', 0o644);
    mkdirSync(join(folder, 'b/mongod'), { recursive: true });
    const built = program(join('cache', cachedEngines[1]!.path));
    expect(find().file).toBe(built);
  });

  it('refuses a given one that cannot be started, and looks no further', () => {
    program('b/mongod');
    expect(() => find(join(folder, 'absent'))).toThrow(/PARLEY_MONGOD: .*absent/);
  });

  it('names three ways out when there is none', () => {
    expect(() => find()).toThrow(StartRefused);
    expect(() => find()).toThrow(/npm start[^]*PARLEY_MONGOD[^]*MONGODB_URI/);
  });
});
