import { execFileSync } from 'node:child_process';

const commands = [
  ['tools/setup/web-budget.mjs'],
  ['node_modules/@playwright/test/cli.js', 'test', '-c', 'bench/scroll/playwright.config.ts'],
];

/**
 * What reading a chat of 100,000 messages costs in Chromium with a slow processor: frames of a
 * fling through 10,000 of them, what the page holds over five minutes of flinging, and how far
 * pages that come in front move what one reads. It prints; the story of the same holds.
 */
export function scroll(): void {
  for (const command of commands) execFileSync(process.execPath, command, { stdio: 'inherit' });
}
