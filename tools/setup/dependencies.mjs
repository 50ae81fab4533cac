import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './places.mjs';
import { run } from './run-command.mjs';

/** The task that makes `node_modules` what the lock says. */
export const dependencies = {
  name: 'dependencies',
  isDone: () => isInstalled(root),
  async make({ report }) {
    report('npm ci');
    await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel', 'error'], { cwd: root });
  },
};

/**
 * Whether the installed packages are those of the lock, by whatever command they came: npm keeps a
 * list of them, written last. Packages for other machines may be missing.
 */
export function isInstalled(folder) {
  const list = join(folder, 'node_modules/.package-lock.json');
  if (!existsSync(list)) return false;
  const wanted = packagesOf(join(folder, 'package-lock.json'));
  const installed = packagesOf(list);
  return (
    Object.entries(wanted).every(
      ([path, { version, optional, devOptional }]) =>
        path === '' || optional || devOptional || installed[path]?.version === version,
    ) &&
    Object.entries(installed).every(([path, { version }]) => wanted[path]?.version === version) &&
    // Optional to npm, and not to us where there is one.
    (process.platform !== 'linux' ||
      process.arch !== 'x64' ||
      existsSync(join(folder, 'node_modules/.bin/node')))
  );
}

const packagesOf = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;
