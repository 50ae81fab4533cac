import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { commandPath, debianPackages, forEngineBuild } from './debian-packages.mjs';
import { lockedNode } from './places.mjs';
import { run } from './run-command.mjs';

// `libs/platform/src/mongo/embedded/find-engine.ts` looks in the cache for these same paths.

/** MongoDB's own server, from its maker. */
export const officialMongod = {
  folder: 'mongod-8.2.6',
  file: 'mongod',
  version: '8.2.6',
  async make(draft, report) {
    const script = join(import.meta.dirname, 'download-mongod.mjs');
    const env = { ...process.env, npm_config_strict_ssl: 'true' };
    await run(lockedNode(), [script, this.version, draft], { env, onLine: report });
  },
};

/** SecantusDB, built from crates.io: four minutes on two idle cores. */
export const secantus = {
  folder: 'secantusd-rs-0.5.3-beta.196',
  file: 'secantusd-rs',
  crates: 211,
  async make(draft, report) {
    if (!commandPath('cargo')) throw new Error('there is no `cargo` to build one with');
    const packages = debianPackages(forEngineBuild);
    if (!packages.isDone()) {
      const skipped = await packages.make({ report });
      if (skipped) throw new Error(`its build needs a package; ${skipped.note}`);
    }
    let crates = 0;
    const onLine = (line) => {
      if (/^\s*Compiling /.test(line)) report(`crate ${++crates} of ${this.crates}`);
    };
    const args = ['install', 'secantus-mdb', '--version', '0.5.3-beta.196', '--locked'];
    args.push('--ignore-rust-version', '--root', join(draft, 'built'));
    await run('cargo', args, { env: { ...process.env, ...cargoProfile(draft) }, onLine });
    copyFileSync(join(draft, 'built/bin', this.file), join(draft, this.file));
    for (const folder of ['built', 'target']) rmSync(join(draft, folder), { recursive: true });
  },
};

/** Speed of the build over the last percent of the engine's. */
const cargoProfile = (draft) => ({
  CARGO_TARGET_DIR: join(draft, 'target'),
  CARGO_PROFILE_RELEASE_LTO: 'off',
  CARGO_PROFILE_RELEASE_CODEGEN_UNITS: '16',
  CARGO_PROFILE_RELEASE_STRIP: 'true',
  CARGO_TERM_COLOR: 'never',
});

/** The program of this recipe in the cache, if it is complete. */
export function cached(recipe, cache) {
  const file = join(cache, recipe.folder, recipe.file);
  return existsSync(file) ? file : undefined;
}

/** The program itself is the proof: one that does not run here is none. */
const runs = (file) => run(file, ['--version']);

/**
 * Makes the program of this recipe beside its place and moves it there once it is complete, so that
 * an interrupted download or build never counts.
 */
export async function makeInCache(recipe, cache, report) {
  const place = join(cache, recipe.folder);
  const draft = `${place}.unfinished`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true });
  try {
    await recipe.make(draft, report);
    await (recipe.prove ?? runs)(join(draft, recipe.file));
    rmSync(place, { recursive: true, force: true });
    renameSync(draft, place);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}
