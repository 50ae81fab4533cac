import { defineConfig } from '@playwright/test';
import { chromiumLaunch } from './test/processes/chromium.js';

/**
 * Browser stories: Debian's Chromium, one server and database per worker, no retries. A trace with
 * pictures would cost a third of the time, one without a twentieth: `--trace on` takes one.
 */
export default defineConfig({
  testDir: 'test/browser',
  testMatch: '**/*.story.ts',
  outputDir: 'dist/browser-results',
  workers: 3,
  retries: 0,
  // Two busy cores: a time-out is for what hangs.
  timeout: 240_000,
  expect: { timeout: 60_000 },
  reporter: [['list'], ['json', { outputFile: 'dist/browser-results.json' }]],
  use: {
    actionTimeout: 60_000,
    viewport: { width: 1440, height: 900 },
    serviceWorkers: 'block',
    screenshot: 'only-on-failure',
    launchOptions: chromiumLaunch,
  },
});
