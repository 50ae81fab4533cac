import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { chromiumLaunch } from '../test/processes/chromium.ts';

// Draws the icons of the installed app from its sign; the pictures are committed. Run it when the
// sign changes: `npm run icons`.

const folder = 'apps/web/public/icons';
const sign = readFileSync('apps/web/public/favicon.svg', 'utf8');

/** What a system cuts a shape out of: no corners of ours, and the sign within the inner 80 %. */
const bleeding = sign
  .replace('rx="9" ', '')
  .replace('translate(5.5 5.5) scale(.875)', 'translate(7.6 7.6) scale(.7)');

const icons = [
  { name: 'icon-192.png', svg: sign, size: 192 },
  { name: 'icon-512.png', svg: sign, size: 512 },
  { name: 'maskable-512.png', svg: bleeding, size: 512 },
  { name: 'apple-touch-180.png', svg: bleeding, size: 180 },
];

const browser = await chromium.launch(chromiumLaunch);
const page = await browser.newPage();
mkdirSync(folder, { recursive: true });
for (const { name, svg, size } of icons) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(`<style>*{margin:0;display:block}</style>${svg}`);
  writeFileSync(`${folder}/${name}`, await page.screenshot({ omitBackground: true }));
}
await browser.close();
