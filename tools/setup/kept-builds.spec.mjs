import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KeptBuilds } from './kept-builds.mjs';
import { writeStamp } from './stamp.mjs';

describe('KeptBuilds', () => {
  let cache;
  let clones;

  beforeEach(() => {
    cache = mkdtempSync(join(tmpdir(), 'parley-kept-'));
    clones = mkdtempSync(join(tmpdir(), 'parley-clones-'));
  });

  afterEach(() => {
    for (const folder of [cache, clones]) rmSync(folder, { recursive: true });
  });

  const kept = (name = 'web') => new KeptBuilds(name, cache);
  /** What a clone has built of sources. */
  const built = (stamp, clone = stamp) => {
    const place = join(clones, clone);
    mkdirSync(join(place, 'deep'), { recursive: true });
    writeFileSync(join(place, 'deep/app.js'), `made of ${stamp}`);
    writeStamp(place, stamp);
    return place;
  };
  const folder = () => join(cache, 'builds/web');

  it('give a clone what another has built of the same, and nothing else', () => {
    kept().keep('s1', built('s1'));
    const target = join(clones, 'other');
    expect(kept().fetch('s2', target)).toBe(false);
    expect(kept('apps').fetch('s1', target)).toBe(false);
    expect(existsSync(target)).toBe(false);
    expect(kept().fetch('s1', target)).toBe(true);
    expect(readFileSync(join(target, 'deep/app.js'), 'utf8')).toBe('made of s1');
    expect(readFileSync(join(target, '.parley-stamp'), 'utf8')).toBe('s1');
  });

  it('are as they were, whatever becomes of what was made from them', () => {
    const first = built('s1');
    kept().keep('s1', first);
    writeFileSync(join(first, 'deep/app.js'), 'changed');
    kept().fetch('s1', join(clones, 'second'));
    writeFileSync(join(clones, 'second/deep/app.js'), 'changed');
    kept().fetch('s1', join(clones, 'third'));
    expect(readFileSync(join(clones, 'third/deep/app.js'), 'utf8')).toBe('made of s1');
  });

  it('are three of each, those that were asked for last, and nothing half copied', () => {
    const age = (stamp, seconds) => utimesSync(join(folder(), stamp), seconds, seconds);
    for (const [at, stamp] of ['s1', 's2', 's3'].entries()) {
      kept().keep(stamp, built(stamp));
      age(stamp, 1000 + at);
    }
    mkdirSync(join(folder(), '.draft-1'));
    kept().fetch('s1', join(clones, 'other'));
    kept().keep('s4', built('s4'));
    expect(readdirSync(folder()).sort()).toEqual(['s1', 's3', 's4']);
  });

  it('take nothing for a build that does not say of what it is', () => {
    mkdirSync(join(folder(), 's1'), { recursive: true });
    expect(kept().fetch('s1', join(clones, 'other'))).toBe(false);
  });

  it('may be impossible to keep: then each clone builds its own', () => {
    writeFileSync(join(cache, 'builds'), 'no folder');
    kept().keep('s1', built('s1'));
    expect(kept().fetch('s1', join(clones, 'other'))).toBe(false);
  });
});
