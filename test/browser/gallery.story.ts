import { readdirSync, readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import type { PNG } from 'pngjs';
import { colourRules, complaintsOf } from './axe.js';
import {
  boxesOf,
  difference,
  mirrored,
  openGallery,
  pictureOf,
  picturesOf,
  type Box,
} from './gallery.js';
import { wear } from './look.js';
import { takePicture, takesPictures } from './picture.js';
import { expect, listen, test as base } from './stage.js';

/** Pictures are compared with others of the same run only: no machine draws like another. */
const test = base.extend({
  page: async ({ page, problems }, use) => {
    listen(page, problems);
    await use(page);
  },
});

const themes = ['light', 'dark', 'contrast'] as const;

test('a theme changes colours and moves nothing, and the same look is the same again', async ({
  page,
}) => {
  await openGallery(page, { theme: 'light' });
  expect(await complaintsOf(page, { within: 'main' })).toEqual([]);
  const light = { boxes: await boxesOf(page), pictures: await picturesOf(page, 'light') };
  expect(light.pictures.size).toBeGreaterThan(20);
  for (const theme of ['dark', 'contrast'] as const) {
    await openGallery(page, { theme });
    const complaints = await complaintsOf(page, { within: 'main', rules: colourRules });
    expect(complaints, theme).toEqual([]);
    expect(await boxesOf(page)).toEqual(light.boxes);
    for (const [id, picture] of await picturesOf(page, theme)) {
      expect(difference(picture, light.pictures.get(id)!), id).toBeGreaterThan(0.5);
    }
  }
  await openGallery(page, { theme: 'light' });
  for (const [id, picture] of await picturesOf(page, 'light')) {
    expect(difference(picture, light.pictures.get(id)!), id).toBe(0);
  }
});

test('in scripts that run the other way everything stands as in a mirror', async ({ page }) => {
  await openGallery(page, { dir: 'ltr' });
  const there = await boxesOf(page);
  const icons = page.locator('#icons ui-icon');
  const names = await icons.evaluateAll((all) => all.map((icon) => icon.dataset['icon']!));
  const turning = ['chevron-left', 'log-out', 'panel-right', 'reply'];
  const staying = ['search', 'square-pen'];
  const iconOf = (name: string) => pictureOf(icons.nth(names.indexOf(name)));
  const drawn = new Map<string, PNG>();
  for (const name of [...turning, ...staying]) drawn.set(name, await iconOf(name));
  await openGallery(page, { dir: 'rtl' });
  if (takesPictures) await picturesOf(page, 'rtl');
  const width = (await page.locator('section.specimen').first().boundingBox())!.width;
  for (const [id, boxes] of await boxesOf(page)) {
    const moved = boxes.filter((box, index) => !isMirrored(box, there.get(id)![index]!, width));
    expect(moved, id).toEqual([]);
  }
  for (const [name, before] of drawn) {
    const now = await iconOf(name);
    const [turned, same] = [difference(now, mirrored(before)), difference(now, before)];
    // Edges are smoothed a little otherwise.
    expect(turning.includes(name) ? turned < same / 2 : same < turned / 2, name).toBe(true);
  }
});

test('rows and controls stand closer in the compact density', async ({ page }) => {
  await openGallery(page);
  const roomy = await heightsOf(page);
  await test.step('how far a message has come makes its row no higher', async () => {
    const rows = ['queued', 'stored', 'delivered', 'seen'].map((delivery) =>
      page.locator(`#message ui-message-row[data-delivery=${delivery}]`).first(),
    );
    const heights = await Promise.all(rows.map(async (row) => (await row.boundingBox())!.height));
    expect(new Set(heights).size, heights.join(', ')).toBe(1);
  });
  await openGallery(page, { density: 'compact' });
  for (const [index, height] of (await heightsOf(page)).entries()) {
    expect(height, closer[index]).toBeLessThan(roomy[index]!);
  }
});

/** What the density is for. */
const closer = [
  '#button [uiButton]',
  '#menu ui-menu',
  '#field .box',
  '#select select',
  '#list-row [uiListRow]',
  '#message ui-message-row',
  '#skeleton ui-skeleton',
];

/** One of each, by what has the focus; some show it on what is around. */
const controls = {
  'a button': '#button button[data-kind=primary]',
  'a quiet button': '#button button[data-kind=quiet]',
  'an icon button': '#icon-button button',
  'a field': '#field input',
  'a field that is wrong': '#field [aria-invalid]',
  'a list': '#select select',
  'a choice': '#choices input:not(:checked)',
  'a segment': '#segments input:checked',
  'a switch': '#switch input',
  'a checkbox': '#checkbox input',
  'a composer': '#composer textarea',
  'a row': '#list-row button',
  'a tab': '#tabs [role=tab][tabindex="0"]',
} as const;

/** What changes under a pointer. */
const pressed = [
  '#button button[data-kind=primary]',
  '#button button[data-kind=quiet]',
  '#button button[data-kind=danger]',
  '#icon-button button[data-kind=quiet]',
  '#list-row button',
  '#choices label:not(:has(:checked))',
  '#select select',
];

test('everything answers to keyboard and pointer in every theme', async ({ page }) => {
  await openGallery(page);
  // From here on the focus comes by keyboard, and shows.
  await page.keyboard.press('Tab');
  for (const theme of themes)
    await test.step(`the ${theme} one`, async () => {
      await wear(page, theme);
      await mustAnswer(page);
    });
});

async function mustAnswer(page: Page): Promise<void> {
  await page.mouse.move(0, 0);
  for (const [name, selector] of Object.entries(controls)) {
    const control = page.locator(selector).first();
    const state = control.locator('xpath=ancestor::ui-state');
    const rest = await pictureOf(state);
    await control.focus();
    const focused = await pictureOf(state);
    await page.locator('main').focus();
    // A ring of 2 px around the smallest of them is more than this many pixels.
    const { width, height } = rest;
    expect(difference(rest, focused) * width * height, name).toBeGreaterThan(90);
  }
  for (const selector of pressed) {
    const control = page.locator(selector).first();
    await control.scrollIntoViewIfNeeded();
    await page.mouse.move(0, 0);
    const rest = await pictureOf(control);
    await control.hover();
    expect(difference(rest, await pictureOf(control)), selector).toBeGreaterThan(0.3);
  }
}

test('where colours are forced, edges and choices are still seen', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await openGallery(page);
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
  if (takesPictures) await picturesOf(page, 'forced');
  for (const [name, selector] of Object.entries({
    'a button': '#button button[data-kind=primary]',
    'a field': '#field .box',
    'a list': '#select select',
    'a composer': '#composer ui-composer',
    'a choice': '#choices label',
    'a menu': '#menu .ui-popover-panel',
    'a toast': '#toast .toast',
    'a badge': '#badge ui-badge',
  })) {
    const width = await page
      .locator(selector)
      .first()
      .evaluate((element) => getComputedStyle(element).borderBlockStartWidth);
    expect(width, name).toBe('1px');
  }
  for (const [name, one, other] of [
    ['a switch', '#switch ui-state:nth-child(1) .track', '#switch ui-state:nth-child(2) .track'],
    ['a presence', '#presence [data-presence=online]', '#presence [data-presence=dnd]'],
  ] as const) {
    const [off, on] = [await pictureOf(page.locator(one)), await pictureOf(page.locator(other))];
    expect(difference(off, on), name).toBeGreaterThan(0.05);
  }
  const row = page.locator('#list-row button').nth(2);
  const here = await pictureOf(row);
  await row.evaluate((element) => element.removeAttribute('aria-current'));
  expect(difference(here, await pictureOf(row)), 'a row').toBeGreaterThan(0.02);
});

test('what opens over the page stands where it belongs', async ({ page }) => {
  await openGallery(page, { dir: 'rtl' });
  await sheetMustStand('rtl', 1280);
  await openGallery(page, { dir: 'ltr' });
  await page.getByRole('button', { name: 'Search' }).hover();
  await expect(page.locator('body > ui-tooltip')).toHaveText('Search');
  for (const width of [1280, 390]) await sheetMustStand('ltr', width);

  async function sheetMustStand(dir: 'ltr' | 'rtl', width: number): Promise<void> {
    await page.setViewportSize({ width, height: 844 });
    await page.getByRole('button', { name: 'Open a sheet' }).click();
    const sheet = page.getByRole('dialog', { name: 'Edit the chat' });
    await expect(sheet.locator(':focus')).toHaveCount(1);
    await takePicture(page, `sheet-${dir}-${width}`);
    const box = (await page.locator('.ui-sheet-panel').boundingBox())!;
    const save = (await sheet.getByRole('button', { name: 'Save' }).boundingBox())!;
    expect(844 - save.y - save.height, 'the end of the sheet').toBeLessThan(40);
    const [start, end] = [Math.round(box.x), Math.round(width - box.x - box.width)];
    expect([start === 0, end === 0, Math.round(box.y + box.height)]).toEqual([
      dir === 'rtl' || width === 390,
      dir === 'ltr',
      844,
    ]);
    await page.keyboard.press('Escape');
    await expect(sheet).toBeHidden();
  }
});

test('nothing of the gallery is in the product', () => {
  const scripts = (build: string) =>
    readdirSync(`dist/${build}/browser`)
      .filter((name) => name.endsWith('.js'))
      .map((name) => readFileSync(`dist/${build}/browser/${name}`, 'utf8'));
  const withGallery = (build: string) =>
    scripts(build).filter((text) => text.includes('ui-gallery')).length;
  expect([withGallery('gallery') > 0, withGallery('web')]).toEqual([true, 0]);
});

function heightsOf(page: Page): Promise<readonly number[]> {
  const first = closer.map((selector) => page.locator(selector).first());
  return Promise.all(first.map(async (one) => (await one.boundingBox())!.height));
}

/** To a pixel: halves are rounded to one side in each. */
function isMirrored(box: Box, before: Box, width: number): boolean {
  return (
    box.name === before.name &&
    Math.abs(box.x - (width - before.x - before.width)) <= 1 &&
    Math.abs(box.y - before.y) <= 1 &&
    Math.abs(box.width - before.width) <= 1
  );
}
