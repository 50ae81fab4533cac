// `npm test [-- path…]`: everything that is needed, then every test. Plain Node 20, no dependencies.
import { join } from 'node:path';
import { commandLineBuild, galleryBuild, serverBuild, webBuild } from './builds.mjs';
import { debianPackages, forTests } from './debian-packages.mjs';
import { dependencies } from './dependencies.mjs';
import { engine } from './engine.mjs';
import { mediaWorker } from './media-worker.mjs';
import { root } from './places.mjs';
import { python } from './python.mjs';
import { setUp } from './set-up.mjs';
import { runJest } from './test-jest.mjs';
import { runStories, storiesAmong } from './test-stories.mjs';

const paths = process.argv.slice(2);
const stories = storiesAmong(paths);
const others = paths.filter((path) => !path.includes('test/browser'));
const hasOthers = paths.length === 0 || others.length > 0;

/** What only stories need. The slowest builds of all, each on one core: other tests run beside. */
const ofStories = [
  ...(stories.length > 0 || paths.length === 0 ? [webBuild] : []),
  ...(stories.some((story) => story.endsWith('/gallery.story.ts')) ? [galleryBuild] : []),
];
/** Line by line: it is not alone in the terminal. */
const beside = { write: (words) => process.stdout.write(words) };

try {
  await setUp([
    debianPackages(forTests),
    dependencies,
    engine({ forTests: true }),
    mediaWorker(),
    python,
    { ...serverBuild, needs: [dependencies.name] },
    { ...commandLineBuild, needs: [dependencies.name] },
  ]);
} catch (error) {
  // Nothing was run, and the last line has to say so.
  console.error(error.message);
  console.log('0 passed, 1 failed');
  process.exit(1);
}
const failure = setUp(ofStories, hasOthers ? { out: beside } : {}).then(
  () => undefined,
  (error) => error,
);

// Some hundred processes compile the same code: the first keeps what it made, for all after it.
process.env.NODE_COMPILE_CACHE ??= join(root, 'dist/compile-cache');

const results = [];
if (hasOthers) results.push(await runJest(others));
const whyNot = await failure;
if (whyNot) {
  console.error(whyNot.message);
  results.push({ passed: 0, failed: 1 });
} else {
  // Whoever runs a part may want to look.
  results.push(await runStories(stories, { pictures: paths.length > 0 }));
}

// Stories have scrolled them away; those of stories are right above.
for (const reason of results.flatMap(({ reasons = [] }) => reasons)) console.error(reason);
const passed = results.reduce((sum, result) => sum + result.passed, 0);
const failed = results.reduce((sum, result) => sum + result.failed, 0);
if (passed + failed === 0) console.error(`Nothing to run: ${paths.join(' ')}`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
console.log(`${passed} passed, ${failed} failed`);
