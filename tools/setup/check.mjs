// `npm run check`: what must hold before a commit, in under two minutes. Plain Node 20.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { dependencies } from './dependencies.mjs';
import { lockedNode, root } from './places.mjs';
import { seconds } from './progress.mjs';
import { run } from './run-command.mjs';
import { setUp } from './set-up.mjs';

const bin = (path) => join(root, 'node_modules', path);

/** Longest first: two of them run at a time. */
const checks = [
  ['lint', [bin('eslint/bin/eslint.js'), '.', '--max-warnings', '0']],
  [
    'unit tests',
    [
      '--experimental-vm-modules',
      '--disable-warning=ExperimentalWarning',
      bin('jest/bin/jest.js'),
      ...['-c', 'jest.unit.config.mjs'],
    ],
  ],
  ['bytes of the web app', [join(root, 'tools/setup/web-budget.mjs')]],
  ['types of the web app', [bin('typescript/bin/tsc'), '-p', 'apps/web/tsconfig.spec.json']],
  ['types of the server', [bin('typescript/bin/tsc')]],
  ['types of the browser stories', [bin('typescript/bin/tsc'), '-p', 'test/browser']],
  ['format', [bin('prettier/bin/prettier.cjs'), '--check', '.']],
  [
    'dependency rules',
    [
      bin('dependency-cruiser/bin/dependency-cruise.mjs'),
      ...['apps', 'libs', 'test', 'bench', '--config', '--output-type', 'err'],
    ],
  ],
  ['commit messages', ['tools/commit-message.mjs', '--recent', '30']],
].filter(([name]) => name !== 'commit messages' || existsSync(join(root, '.git')));

const startedAt = Date.now();
let failed = 0;
try {
  await setUp([dependencies]);
  const queue = [...checks];
  const work = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) await runCheck(...next);
  };
  await Promise.all([work(), work()]);
} catch (error) {
  // The set-up: without it nothing can be checked.
  console.error(error.message);
  failed++;
}
console.log(
  `${failed === 0 ? 'All is well' : `${failed} of ${checks.length} checks failed`} (${seconds(Date.now() - startedAt)})`,
);
process.exitCode = failed === 0 ? 0 : 1;

async function runCheck(name, args) {
  const from = Date.now();
  const lines = [];
  try {
    await run(lockedNode(), args, { cwd: root, onLine: (line) => lines.push(line) });
    console.log(`✓ ${name} (${seconds(Date.now() - from)})`);
  } catch {
    // What it found stands in its output.
    failed++;
    console.log(`✗ ${name} (${seconds(Date.now() - from)})\n${lines.slice(-200).join('\n')}`);
  }
}
