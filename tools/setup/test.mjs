// `npm test [-- path…]`: everything that is needed, then every test. Plain Node 20, no dependencies.
import { join } from 'node:path';
import { galleryBuild, serverBuild, webBuild } from './builds.mjs';
import { debianPackages, forTests } from './debian-packages.mjs';
import { dependencies } from './dependencies.mjs';
import { engine } from './engine.mjs';
import { root } from './places.mjs';
import { setUp } from './set-up.mjs';
import { runJest } from './test-jest.mjs';
import { runStories, storiesAmong } from './test-stories.mjs';

const paths = process.argv.slice(2);
const stories = storiesAmong(paths);
const needs = [dependencies.name];
try {
  await setUp([
    debianPackages(forTests),
    dependencies,
    engine({ forTests: true }),
    { ...serverBuild, needs },
    // A part that is no browser's does without; it is the slowest build of all.
    ...(stories.length > 0 || paths.length === 0 ? [{ ...webBuild, needs }] : []),
    ...(stories.some((story) => story.endsWith('/gallery.story.ts'))
      ? [{ ...galleryBuild, needs: [webBuild.name] }]
      : []),
  ]);
} catch (error) {
  // Nothing was run, and the last line has to say so.
  console.error(error.message);
  console.log('0 passed, 1 failed');
  process.exit(1);
}

// Some hundred processes compile the same code: the first keeps what it made, for all after it.
process.env.NODE_COMPILE_CACHE ??= join(root, 'dist/compile-cache');

const others = paths.filter((path) => !path.includes('test/browser'));
const results = [];
if (paths.length === 0 || others.length > 0) results.push(await runJest(others));
// Whoever runs a part may want to look.
results.push(await runStories(stories, { pictures: paths.length > 0 }));

const passed = results.reduce((sum, result) => sum + result.passed, 0);
const failed = results.reduce((sum, result) => sum + result.failed, 0);
if (passed + failed === 0) console.error(`Nothing to run: ${paths.join(' ')}`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
console.log(`${passed} passed, ${failed} failed`);
