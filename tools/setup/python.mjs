import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { debianPackages } from './debian-packages.mjs';
import { cacheFolder, root } from './places.mjs';
import { run } from './run-command.mjs';
import { hashOf, isStamped, writeStamp } from './stamp.mjs';

const requirements = 'tools/python/requirements.txt';

/** What a Python has to have, to make an environment of its own for our packages. */
const forEnvironments = { python3: 'python3', 'python3-venv': undefined };

/** The environment in which the tests' packages of Python are, for all clones with the same ones. */
const environment = () =>
  join(cacheFolder(), `python-${hashOf(root, [requirements]).slice(0, 12)}`);

/** A program of those packages, such as `schemathesis`, or `python` itself. */
export const pythonProgram = (name) => join(environment(), 'bin', name);

/** The task that installs the packages of Python that tests need. */
export const python = {
  name: 'packages of Python',
  isDone: () => isStamped(environment(), hashOf(root, [requirements])),
  async make({ report }) {
    const folder = environment();
    if (!makesEnvironments()) await debianPackages(forEnvironments).make({ report });
    // What an interrupted installation has left.
    rmSync(folder, { recursive: true, force: true });
    await run('python3', ['-m', 'venv', folder]);
    const pip = ['-m', 'pip', 'install', '--disable-pip-version-check', '--no-input'];
    await run(join(folder, 'bin/python'), [...pip, '-r', join(root, requirements)], {
      onLine: report,
    });
    writeStamp(folder, hashOf(root, [requirements]));
  },
};

function makesEnvironments() {
  try {
    execFileSync('python3', ['-c', 'import ensurepip, venv'], { stdio: 'ignore' });
    return true;
  } catch {
    // No Python, or one of Debian's, which leaves this out.
    return false;
  }
}
