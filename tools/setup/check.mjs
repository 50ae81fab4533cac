// `npm run check`: what must hold before a commit, in under two minutes. Plain Node 20.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { programs, rules } from '../lint/programs.mjs';
import { dependencies } from './dependencies.mjs';
import { lockedNode, root } from './places.mjs';
import { seconds } from './progress.mjs';
import { run } from './run-command.mjs';
import { setUp } from './set-up.mjs';
import { hashOf, isStamped, writeStamp } from './stamp.mjs';

const bin = (path) => join(root, 'node_modules', path);
const cacheOf = (name) => join(root, 'node_modules/.cache', name);

/** What was found good is good until a file changes of which it is made. */
const program = (name) => {
  const { sources, isLeftOut } = programs[name];
  const stamp = () => hashOf(root, [...sources, ...rules], isLeftOut);
  return { args: ['tools/lint/check-program.mjs', name], stamp };
};

/** Longest first: two of them run at a time. */
const checks = [
  { name: 'types and lint of the server', ...program('server') },
  {
    name: 'unit tests',
    args: [
      '--experimental-vm-modules',
      '--disable-warning=ExperimentalWarning',
      bin('jest/bin/jest.js'),
      ...['-c', 'jest.unit.config.mjs'],
    ],
  },
  { name: 'types and lint of the web app', ...program('web') },
  { name: 'bytes of the web app', args: [join(root, 'tools/setup/web-budget.mjs')] },
  { name: 'types and lint of the browser stories', ...program('stories') },
  {
    // What their runner compiles knows less than the compiler of types.
    name: 'loading of the browser stories',
    args: [bin('@playwright/test/cli.js'), 'test', '--list'],
  },
  {
    name: 'lint of the rest',
    args: [bin('eslint/bin/eslint.js'), '.', '--max-warnings', '0', '--ignore-pattern', '**/*.ts'],
  },
  {
    name: 'format',
    args: [
      bin('prettier/bin/prettier.cjs'),
      ...['--check', '.', '--cache', '--cache-strategy', 'content'],
      ...['--cache-location', cacheOf('prettier/.check')],
    ],
  },
  {
    name: 'dependency rules',
    args: [
      bin('dependency-cruiser/bin/dependency-cruise.mjs'),
      ...['apps', 'libs', 'clients', 'test', 'bench', '--config', '--output-type', 'err'],
    ],
  },
  { name: 'commit messages', args: ['tools/commit-message.mjs', '--recent', '30'] },
].filter(({ name }) => name !== 'commit messages' || existsSync(join(root, '.git')));

const startedAt = Date.now();
let failed = 0;
try {
  await setUp([dependencies]);
  const queue = [...checks];
  const work = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) await runCheck(next);
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

async function runCheck({ name, args, stamp }) {
  const from = Date.now();
  const lines = [];
  const good = join(root, 'dist/.good', name.replaceAll(' ', '-'));
  const now = stamp?.();
  if (now && isStamped(good, now)) {
    console.log(`✓ ${name} (as before)`);
    return;
  }
  try {
    await run(lockedNode(), args, { cwd: root, onLine: (line) => lines.push(line) });
    if (now) writeStamp(good, now);
    console.log(`✓ ${name} (${seconds(Date.now() - from)})`);
  } catch {
    // What it found stands in its output.
    failed++;
    console.log(`✗ ${name} (${seconds(Date.now() - from)})\n${lines.slice(-200).join('\n')}`);
  }
}
