import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { lockedNode, root } from './places.mjs';
import { run } from './run-command.mjs';

const folder = 'test/browser';

/** The browser stories that are meant by these paths (none: all). */
export function storiesAmong(paths, from = root) {
  const all = existsSync(join(from, folder))
    ? readdirSync(join(from, folder)).filter((name) => name.endsWith('.story.mjs'))
    : [];
  const files = all.sort().map((name) => `${folder}/${name}`);
  if (paths.length === 0) return files;
  return files.filter((file) => paths.some((path) => file.startsWith(path.replace(/^\.\//, ''))));
}

/** Runs them one after the other, each as a process of its own. */
export async function runStories(files) {
  const total = { passed: 0, failed: 0 };
  for (const file of files) {
    const { passed, failed } = await runStory(file);
    total.passed += passed;
    total.failed += failed;
  }
  return total;
}

async function runStory(file) {
  console.log(`\n${basename(file)}`);
  const lines = [];
  const onLine = (line) => {
    lines.push(line);
    console.log(`  ${line}`);
  };
  try {
    await run(lockedNode(), [join(root, file)], { cwd: root, onLine });
    return storyCounts(lines, true);
  } catch {
    // It ended with a failure; what it said is on the screen already.
    return storyCounts(lines, false);
  }
}

/** By its last line `N passed, N failed`; without one, the story is a single test. */
export function storyCounts(lines, isGood) {
  const last = lines.findLast((line) => line.trim() !== '') ?? '';
  const counts = /^(\d+) passed, (\d+) failed$/.exec(last.trim());
  if (!counts) return { passed: isGood ? 1 : 0, failed: isGood ? 0 : 1 };
  const [passed, failed] = [Number(counts[1]), Number(counts[2])];
  return { passed, failed: failed === 0 && !isGood ? 1 : failed };
}
