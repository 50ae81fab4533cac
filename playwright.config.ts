import { defineConfig } from '@playwright/test';
import { chromiumLaunch } from './test/processes/chromium.js';

/** Looks at every frame: no other story may take the processor from it meanwhile. */
const alone = '**/large-chat.story.ts';

const named = (...names: string[]) => names.map((name) => `**/${name}.story.ts`);

/** Each browser encodes and decodes pictures: two of these at once take a core from all others. */
const calls = named('calls', 'group-calls', 'growing-calls', 'call-hosts');

/**
 * Each of these has a worker with a server or a browser of its own, and is begun first. Playwright
 * would put such files behind all others: there a core waits for the longest of them.
 */
const apart = named('cluster', 'installed', 'relay', 'voice');

/**
 * Browser stories: Debian's Chromium, one server and database per worker, no retries. A trace with
 * pictures would cost a third of the time, one without a twentieth: `--trace on` takes one.
 */
export default defineConfig({
  testDir: 'test/browser',
  testMatch: '**/*.story.ts',
  projects: [
    { name: 'calls', testMatch: calls, workers: 1 },
    { name: 'apart', testMatch: apart },
    { name: 'stories', testIgnore: [alone, ...calls, ...apart] },
    { name: 'frames', testMatch: alone, dependencies: ['calls', 'apart', 'stories'] },
  ],
  outputDir: 'dist/browser-results',
  workers: 3,
  retries: 0,
  // Two busy cores: a time-out is for what hangs.
  timeout: 600_000,
  expect: { timeout: 60_000 },
  reporter: [['list'], ['json', { outputFile: 'dist/browser-results.json' }]],
  use: {
    actionTimeout: 60_000,
    viewport: { width: 1440, height: 900 },
    // What moves costs an eighth of a story: some are about that, and have it (`moving`).
    contextOptions: { reducedMotion: 'reduce' },
    serviceWorkers: 'block',
    screenshot: 'only-on-failure',
    launchOptions: chromiumLaunch,
  },
});
