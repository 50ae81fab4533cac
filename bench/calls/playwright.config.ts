import { defineConfig } from '@playwright/test';
import { chromiumLaunch } from '../../test/processes/chromium.js';

/** Calls that come up on the stage of the browser stories; see `bench/calls.bench.ts`. */
export default defineConfig({
  testDir: '../../test/browser',
  testMatch: 'call-set-up.figures.ts',
  outputDir: '../../dist/browser-results',
  workers: 1,
  expect: { timeout: 15_000 },
  reporter: 'line',
  use: {
    actionTimeout: 15_000,
    viewport: { width: 1440, height: 900 },
    serviceWorkers: 'block',
    launchOptions: chromiumLaunch,
  },
});
