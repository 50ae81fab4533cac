import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

/** What the gallery can be asked to wear; see `libs/web-ui/src/gallery/looks.ts`. */
export interface Look {
  readonly theme?: 'light' | 'dark' | 'contrast';
  readonly density?: 'comfortable' | 'compact';
  readonly dir?: 'ltr' | 'rtl';
}

/** Where an element stands in its section, in px, and what it is. */
export interface Box {
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const size = { width: 1280, height: 900 };
const files = 'dist/gallery/browser';
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** The files of the gallery, and no product behind them; as long as the process lives. */
const site = new Promise<string>((serving) => {
  const server = createServer(({ url }, response) => {
    const wanted = join(files, new URL(url!, 'http://gallery').pathname);
    const file = extname(wanted) && existsSync(wanted) ? wanted : join(files, 'index.html');
    const type = types[extname(file)] ?? 'application/octet-stream';
    response.writeHead(200, { 'content-type': type, 'cache-control': 'max-age=3600' });
    response.end(readFileSync(file));
  });
  server.listen(0, '127.0.0.1', () => {
    serving(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  });
  server.unref();
});

/** Shows the gallery. */
export async function openGallery(page: Page, look: Look = {}, path = ''): Promise<void> {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.setViewportSize(size);
  await page.goto(`${await site}/gallery${path}?${new URLSearchParams({ ...look }).toString()}`);
  await page.locator('ui-gallery main section').first().waitFor();
  await page.evaluate(() => document.fonts.ready);
  await page.locator('#icons ui-icon:not(:has(svg))').waitFor({ state: 'detached' });
}

/** Something for each component of the page, by its id. */
export type ByComponent<Value> = ReadonlyMap<string, Value>;

/** All components as they are drawn: one picture of the page, cut. It is kept as `name`. */
export async function picturesOf(page: Page, name: string): Promise<ByComponent<PNG>> {
  const path = `dist/screens/gallery-${name}.png`;
  const height = await page.locator('main').evaluate((main) => main.scrollHeight);
  await page.setViewportSize({ ...size, height });
  const whole = PNG.sync.read(await page.screenshot({ path, animations: 'disabled' }));
  const frames = await page.locator('section.specimen').evaluateAll((all) =>
    all.map(({ id, lastElementChild }) => {
      const { x, y, width, height } = lastElementChild!.getBoundingClientRect();
      return { id, x: Math.ceil(x), y: Math.ceil(y), width, height };
    }),
  );
  await page.setViewportSize(size);
  return new Map(
    frames.map(({ id, x, y, width, height }) => {
      const part = new PNG({ width: Math.floor(width) - 1, height: Math.floor(height) - 1 });
      PNG.bitblt(whole, part, x, y, part.width, part.height, 0, 0);
      return [id, part];
    }),
  );
}

export async function pictureOf(what: Locator): Promise<PNG> {
  return PNG.sync.read(await what.screenshot({ animations: 'disabled' }));
}

/** The share of pixels that differ, 0 to 1. Pictures of different sizes differ altogether. */
export function difference(one: PNG, other: PNG): number {
  const { width, height } = one;
  if (width !== other.width || height !== other.height) return 1;
  const options = { threshold: 0.01, includeAA: true };
  return pixelmatch(one.data, other.data, undefined, width, height, options) / (width * height);
}

/** The picture as a mirror at its side shows it. */
export function mirrored(picture: PNG): PNG {
  const { width, height } = picture;
  const turned = new PNG({ width, height });
  for (let x = 0; x < width; x++) {
    PNG.bitblt(picture, turned, x, 0, 1, height, width - 1 - x, 0);
  }
  return turned;
}

/** The boxes inside of each component; what flows with the words of a line has none of its own. */
export async function boxesOf(page: Page): Promise<ByComponent<readonly Box[]>> {
  const found = await page.locator('section.specimen').evaluateAll((sections) =>
    sections.map((section): [string, readonly Box[]] => {
      const { left, top } = section.getBoundingClientRect();
      const boxes = [...section.querySelectorAll<HTMLElement>('*:not(svg, svg *, option)')]
        .filter((one) => !['inline', 'none', 'contents'].includes(getComputedStyle(one).display))
        .map((one) => {
          const { x, y, width, height } = one.getBoundingClientRect();
          const name = `${one.localName}.${one.className}`;
          return { name, x: x - left, y: y - top, width, height };
        });
      return [section.id, boxes];
    }),
  );
  return new Map(found);
}
