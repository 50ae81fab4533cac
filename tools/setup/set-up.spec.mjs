import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isInstalled } from './dependencies.mjs';
import { setUp } from './set-up.mjs';
import { hashOf, isStamped, writeStamp } from './stamp.mjs';
import { readFlags, settingsOf } from './start-flags.mjs';
import { countsOf, reasonsOf } from './test-jest.mjs';
import { storiesAmong, storyCounts } from './test-stories.mjs';

let folder;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'parley-setup-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

function write(path, text) {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), text);
}

describe('setUp', () => {
  const order = [];
  let said;
  const out = { write: (words) => (said += words) };
  const aTask = (name, { needs, isDone = false, fails = false } = {}) => ({
    name,
    needs,
    isDone: () => isDone,
    make: async () => {
      order.push(name);
      if (fails) throw new Error(`${name} broke`);
    },
  });
  const failed = async (words) => {
    throw new Error(words);
  };
  const make = (...tasks) => setUp(tasks, { cache: folder, out });

  beforeEach(() => {
    order.length = 0;
    said = '';
  });

  it('says nothing when there is nothing to do', async () => {
    await make(aTask('a', { isDone: true }));
    expect([order, said]).toEqual([[], '']);
  });

  it('makes what is not done, after what it needs', async () => {
    await make(aTask('a'), aTask('b', { isDone: true }), aTask('c', { needs: ['a', 'b'] }));
    expect(order).toEqual(['a', 'c']);
    expect(said).toMatch(/a: started[^]*a: done in 0\.0 s[^]*c: done[^]*Set up in/);
  });

  it('ends what is independent of a failure, and rejects with the failure itself', async () => {
    const tasks = [aTask('a', { fails: true }), aTask('b', { needs: ['a'] }), aTask('c')];
    await expect(make(...tasks)).rejects.toThrow('a broke');
    expect(order).toEqual(['a', 'c']);
    expect(said).toContain('b: skipped');
  });

  it('says why a task failed where it fails, while others are still at work', async () => {
    let finish;
    const slow = { ...aTask('slow'), make: () => new Promise((resolve) => (finish = resolve)) };
    const broken = { ...aTask('broken'), make: async () => void (await failed('no\ntoolchain')) };
    const heard = async (words) => {
      said += words;
      if (said.includes('toolchain')) finish();
    };
    const all = setUp([slow, broken], { cache: folder, out: { write: heard } });
    await expect(all).rejects.toThrow('toolchain');
    expect(said).toMatch(/broken: failed in 0\.0 s: no\ntoolchain\n[^]*slow: done/);
  });

  it('says it above the lines of the tasks on a terminal, which has no room beside them', async () => {
    const terminal = { ...out, isTTY: true, columns: 40 };
    const broken = { ...aTask('broken'), make: async () => void (await failed('no\ntoolchain')) };
    const all = setUp([broken, aTask('other')], { cache: folder, out: terminal });
    await expect(all).rejects.toThrow('toolchain');
    expect(said).toMatch(
      /broken: failed in 0\.0 s: no\ntoolchain\n[^]*✗ broken +failed no in 0\.0 s/,
    );
  });
});

describe('stamp', () => {
  it('changes with names and contents, and with nothing else', () => {
    write('src/a.ts', '1');
    const before = hashOf(folder, ['src']);
    write('src/a.ts', '1');
    write('other/b.ts', '2');
    expect(hashOf(folder, ['src'])).toBe(before);
    write('src/a.ts', '2');
    expect(hashOf(folder, ['src'])).not.toBe(before);
    write('src/a.ts', '1');
    write('src/a.spec.ts', '');
    expect(hashOf(folder, ['src'])).not.toBe(before);
    expect(hashOf(folder, ['src'], (name) => name.endsWith('.spec.ts'))).toBe(before);
  });

  it('is missed when it was not written', () => {
    expect(isStamped(folder, 'x')).toBe(false);
    writeStamp(folder, 'x');
    expect([isStamped(folder, 'x'), isStamped(folder, 'y')]).toEqual([true, false]);
  });
});

describe('dependencies', () => {
  const lock = (packages) => JSON.stringify({ packages: { '': {}, ...packages } });
  const a = { 'node_modules/a': { version: '1.0.0' } };
  const foreign = { 'node_modules/darwin': { version: '1.0.0', optional: true } };
  const install = (wanted, installed) => {
    write('package-lock.json', lock(wanted));
    write('node_modules/.package-lock.json', lock(installed));
    write('node_modules/.bin/node', '');
    return isInstalled(folder);
  };

  it.each([
    ['what the lock says', a, a, true],
    ['all but a package for another machine', { ...a, ...foreign }, a, true],
    ['another version', a, { 'node_modules/a': { version: '2.0.0' } }, false],
    ['too little', a, {}, false],
    ['too much', {}, a, false],
  ])('are installed: %s', (_, wanted, installed, expected) => {
    expect(install(wanted, installed)).toBe(expected);
  });

  it('are not, before the first installation', () => {
    write('package-lock.json', lock(a));
    expect(isInstalled(folder)).toBe(false);
  });
});

describe('flags of npm start', () => {
  it('become settings', () => {
    const flags = readFlags(['--port=80', '--host', '0.0.0.0', '--data-dir', 'd', '--open'], {});
    expect(settingsOf(flags)).toEqual({ PORT: '80', PARLEY_HOST: '0.0.0.0', PARLEY_DATA_DIR: 'd' });
    expect(flags.open).toBe(true);
  });

  it('say so when npm has kept one for itself', () => {
    expect(() => readFlags([], { npm_config_port: '80' })).toThrow('npm start -- --port');
  });
});

describe('counts of npm test', () => {
  it('count what could not run, and what was left out, as failures', () => {
    const report = { numPassedTests: 5, numFailedTests: 1, numRuntimeErrorTestSuites: 2 };
    expect(countsOf({ ...report, numPendingTests: 1 }, 1)).toEqual({ passed: 5, failed: 4 });
    expect(countsOf({ numPassedTests: 5 }, 0)).toEqual({ passed: 5, failed: 0 });
    expect(countsOf({ numPassedTests: 5 }, 1)).toEqual({ passed: 5, failed: 1 });
    expect(countsOf(undefined, 1)).toEqual({ passed: 0, failed: 1 });
  });

  it('take a story that needed a second try, or was left out, for a failure', () => {
    const stats = { expected: 3, unexpected: 1, flaky: 0, skipped: 0 };
    expect(storyCounts({ stats }, 1)).toEqual({ passed: 3, failed: 1 });
    expect(storyCounts({ stats: { ...stats, unexpected: 0, flaky: 1 } }, 0).failed).toBe(1);
    expect(storyCounts({ stats: { ...stats, unexpected: 0, skipped: 2 } }, 0).failed).toBe(2);
    expect(storyCounts({ stats: { expected: 3, unexpected: 0 } }, 1).failed).toBe(1);
    expect(storyCounts(undefined, 1)).toEqual({ passed: 0, failed: 1 });
  });

  it('are told with what failed, in a few lines each', () => {
    const failure = {
      status: 'failed',
      fullName: 'a b',
      failureMessages: ['\x1b[31mno\x1b[0m\n  at', '  at /x/node_modules/jest'],
    };
    const fine = { status: 'passed', fullName: 'a c', failureMessages: [] };
    const testResults = [
      { name: '/x/a.spec.ts', message: 'all of it', assertionResults: [fine, failure] },
      { name: '/x/b.spec.ts', message: 'line\n'.repeat(50), assertionResults: [] },
      { name: '/x/c.spec.ts', message: '', assertionResults: [fine] },
    ];
    const [first, second, ...others] = reasonsOf({ testResults }, '/x');
    expect(first).toBe('a.spec.ts › a b\n    no\n      at');
    expect(second).toMatch(/^b\.spec\.ts(\n {4}line){16}$/);
    expect(others).toEqual([]);
    expect(reasonsOf(undefined)).toEqual([]);
  });

  it('are of the stories that were asked for', () => {
    for (const name of ['b.story.ts', 'a.story.ts', 'stage.ts']) write(`test/browser/${name}`, '');
    const [a, b] = ['test/browser/a.story.ts', 'test/browser/b.story.ts'];
    expect(storiesAmong([], folder)).toEqual([a, b]);
    expect(storiesAmong(['./test/browser/b'], folder)).toEqual([b]);
    expect(storiesAmong(['libs'], folder)).toEqual([]);
  });
});
