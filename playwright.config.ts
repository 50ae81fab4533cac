import { defineConfig } from '@playwright/test';
import { chromiumLaunch } from './test/processes/chromium.js';

/** Browser stories: Debian's Chromium, one server and database per file, no retries. */
export default defineConfig({
  testDir: 'test/browser',
  testMatch: '**/*.story.ts',
  outputDir: 'dist/browser-results',
  workers: 2,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: 'dist/browser-results.json' }]],
  use: {
    actionTimeout: 15_000,
    viewport: { width: 1440, height: 900 },
    serviceWorkers: 'block',
    trace: 'retain-on-failure',
    launchOptions: chromiumLaunch,
  },
});
