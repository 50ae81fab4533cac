// What the first page of the web app weighs, held to its budget. Plain Node 20, no dependencies.
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { webBuild } from './builds.mjs';
import { root } from './places.mjs';
import { setUp } from './set-up.mjs';

/** Bytes by gzip: the page, its styles, and all code that is loaded before anything is drawn. */
const { gzipBytes: BUDGET } = JSON.parse(
  readFileSync(join(root, 'apps/web/budget.json'), 'utf8'),
).firstFiles;

/** `[path, bytes]` of the page and of each file that it names, as gzip has them. */
export function firstFiles(folder) {
  const page = readFileSync(join(folder, 'index.html'), 'utf8');
  const named = [...page.matchAll(/\b(?:src|href)="([^":]+\.(?:js|css))"/g)].map(
    ([, path]) => path,
  );
  return ['index.html', ...new Set(named)].map((path) => [path, sizeOf(join(folder, path))]);
}

/** What is too small to be compressed has no copy. */
function sizeOf(file) {
  return (statSync(`${file}.gz`, { throwIfNoEntry: false }) ?? statSync(file)).size;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await setUp([webBuild]);
  const files = firstFiles(join(root, 'dist/web/browser'));
  const total = files.reduce((sum, [, bytes]) => sum + bytes, 0);
  for (const [path, bytes] of files) console.log(`${bytes} ${path}`);
  console.log(`${total} of ${BUDGET} bytes before anything is drawn`);
  process.exitCode = total <= BUDGET ? 0 : 1;
}
