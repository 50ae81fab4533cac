import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { lockedNode, root } from './places.mjs';
import { endOf, launch } from './run-command.mjs';

const folder = 'test/browser';
const report = 'dist/browser-results.json';

/** The browser stories that are meant by these paths (none: all). */
export function storiesAmong(paths, from = root) {
  const all = existsSync(join(from, folder))
    ? readdirSync(join(from, folder)).filter((name) => name.endsWith('.story.ts'))
    : [];
  const files = all.sort().map((name) => `${folder}/${name}`);
  if (paths.length === 0) return files;
  return files.filter((file) => paths.some((path) => file.startsWith(path.replace(/^\.\//, ''))));
}

/**
 * Runs them by Playwright (`playwright.config.ts`); resolves with how many passed and failed.
 * `pictures`: leaves one of every screen that they look at in `dist/screens`.
 */
export async function runStories(files, { pictures }) {
  if (files.length === 0) return { passed: 0, failed: 0 };
  rmSync(join(root, report), { force: true });
  // Those that wait for others bring these along, unless told that only a part is meant.
  const part = files.length < storiesAmong([]).length ? ['--no-deps'] : [];
  const args = ['node_modules/@playwright/test/cli.js', 'test', ...files, ...part];
  const stdio = ['ignore', 'inherit', 'inherit'];
  const env = { ...process.env, ...(pictures && { STORY_PICTURES: '1' }) };
  const code = await endOf(await launch(lockedNode(), args, { cwd: root, stdio, env }));
  const file = join(root, report);
  return storyCounts(existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined, code);
}

/** A story that passed at a second try, or was skipped, is one that failed. */
export function storyCounts(result, code) {
  const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = result?.stats ?? {};
  const failed = unexpected + flaky + skipped;
  return { passed: expected, failed: failed === 0 && code !== 0 ? 1 : failed };
}
