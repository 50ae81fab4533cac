import { defineConfig } from '@playwright/test';
import { chromiumLaunch } from '../../test/processes/chromium.js';

/** One course on the stage of the browser stories; see `bench/scroll.bench.ts`. */
export default defineConfig({
  testDir: '../../test/browser',
  testMatch: 'large-chat.figures.ts',
  outputDir: '../../dist/browser-results',
  workers: 1,
  reporter: 'line',
  use: {
    actionTimeout: 15_000,
    viewport: { width: 1440, height: 900 },
    serviceWorkers: 'block',
    launchOptions: chromiumLaunch,
  },
});
