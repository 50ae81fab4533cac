import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cached, makeInCache } from './engine-recipes.mjs';
import { builtWorker, prebuiltWorker } from './media-worker-recipes.mjs';
import { mediaWorker } from './media-worker.mjs';
import { cacheFolder, root } from './places.mjs';

function writeProgram(folder, text = '#!/bin/sh\n') {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'worker'), text);
  chmodSync(join(folder, 'worker'), 0o755);
}

const failing = (words) => async () => {
  throw new Error(words);
};

describe('media worker', () => {
  let cache;
  let made;

  beforeEach(() => {
    cache = mkdtempSync(join(tmpdir(), 'parley-worker-'));
    made = [];
  });

  afterEach(() => rmSync(cache, { recursive: true }));

  /** A recipe without minutes of compiling. */
  const recipe = (folder, make = async (draft) => writeProgram(draft)) => ({
    ...{ folder, file: 'worker' },
    async make(draft) {
      made.push(folder);
      await make(draft);
    },
  });
  const task = (recipes, environment = {}) => mediaWorker({ environment, cache, recipes });
  const make = (recipes, after = async () => {}) => task(recipes).make({ report: () => {}, after });

  it('is not needed where one is named', () => {
    expect(task([recipe('built')]).isDone()).toBe(false);
    expect(task([recipe('built')], { PARLEY_MEDIA_WORKER: '/x' }).isDone()).toBe(true);
  });

  it('is the first that can be had', async () => {
    const recipes = [recipe('prebuilt'), recipe('built')];
    expect(await make(recipes)).toBeUndefined();
    expect(made).toEqual(['prebuilt']);
    expect(task(recipes).isDone()).toBe(true);
  });

  it('is built where the first does not run', async () => {
    const broken = recipe('prebuilt', async (draft) => writeProgram(draft, '#!/bin/false\n'));
    expect(await make([broken, recipe('built')])).toBeUndefined();
    expect(made).toEqual(['prebuilt', 'built']);
    expect(readdirSync(cache)).toEqual(['built']);
  });

  it('holds nothing up when there is no way, and says which were tried', async () => {
    const recipes = [recipe('prebuilt', failing('no answer')), recipe('built', failing('no g++'))];
    expect(await make(recipes)).toEqual({
      state: 'skipped',
      note: 'without it there are no group calls: no answer; no g++',
    });
    expect(task(recipes).isDone()).toBe(false);
    expect(readdirSync(cache)).toEqual([]);
  });

  it('waits for the dependencies, and does without where they fail', async () => {
    const after = async (name) => {
      made.push(name);
    };
    await make([recipe('built')], after);
    expect(made).toEqual(['dependencies', 'built']);
    const { state } = await make([recipe('other')], failing('npm ci'));
    expect([state, made]).toEqual(['skipped', ['dependencies', 'built']]);
  });

  it('never counts what makes no router', async () => {
    const silent = { ...builtWorker, make: async (draft) => writeProgram(draft, '#!/bin/sh\n') };
    const counted = makeInCache({ ...silent, file: 'worker' }, cache, () => {});
    await expect(counted).rejects.toThrow('try-worker.mjs');
    expect(readdirSync(cache)).toEqual([]);
  });

  it('counts the one that these tests run with', async () => {
    const files = [prebuiltWorker, builtWorker].map((each) => cached(each, cacheFolder()));
    await builtWorker.prove(process.env.PARLEY_MEDIA_WORKER || files.find(Boolean));
  });

  it('is of the version that is installed, and looked for where the set-up puts it', () => {
    const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    const finder = readFileSync(join(root, 'libs/calls/src/media/find-worker.ts'), 'utf8');
    for (const { folder, file, version } of [prebuiltWorker, builtWorker]) {
      expect(version).toBe(dependencies.mediasoup);
      expect(finder).toContain(`${folder}/${file}`);
    }
    expect(existsSync(join(root, 'node_modules/mediasoup/worker/meson.build'))).toBe(true);
  });
});
