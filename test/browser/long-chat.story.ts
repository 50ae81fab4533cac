import type { Page } from '@playwright/test';
import { createChannel } from './conversation.js';
import { keptBy } from './device.js';
import { openLongChat } from './long-chat.js';
import { look } from './look.js';
import { takePicture } from './picture.js';
import { standStill } from './scroll-course.js';
import { expect, moving, test } from './stage.js';

test.use(moving);

/** Whether a press in the middle of a timeline meets a row, just after it was scrolled. */
async function pressedWhileItMoves(timeline: Element): Promise<boolean> {
  const { left, top, width, height } = timeline.getBoundingClientRect();
  timeline.scrollTop -= 2 * height;
  // Frames in which the list hears of it, and draws other rows.
  for (let n = 0; n < 4; n++) await new Promise((drawn) => requestAnimationFrame(drawn));
  const middle = document.elementFromPoint(left + width / 2, top + height / 2);
  return middle !== timeline && timeline.contains(middle);
}

/** The last ones are high: code, a list, an address of several lines. */
const MESSAGES = 3015;
const DAY_MS = 86_400_000;

test('any day of a long chat is one jump away', async ({ arrive, stage }) => {
  const { ada, chat } = await openLongChat({ arrive, stage }, MESSAGES);
  const words = new Intl.DateTimeFormat('en-US', { dateStyle: 'full', timeZone: 'UTC' });
  const field = ada.getByLabel('Date', { exact: true });
  const shown = async () => new Date(await field.inputValue());
  const sticky = ada.locator('app-sticky-day button');
  let day = new Date();

  await test.step('when it is opened, each row at the end is drawn once', async () => {
    // Where lines are short, rows are higher than the list believes.
    await ada.setViewportSize({ width: 390, height: 844 });
    // What was kept of it before it grew would be shown first.
    await expect.poll(() => keptBy(ada)).toContain(`Message ${MESSAGES}`);
    await ada.addInitScript(watchRows);
    await ada.reload();
    await expect(chat.row(`Message ${MESSAGES}`)).toBeInViewport();
    await standStill(chat.timeline);
    await expect(ada.getByRole('button', { name: 'Jump to newest' })).toBeHidden();
    const counts = await rowsDrawn(ada);
    expect(Math.max(...counts.values()), [...counts].join('\n')).toBe(1);
    await ada.setViewportSize({ width: 1440, height: 900 });
  });

  await test.step('what moves can be pressed', async () => {
    expect(await chat.timeline.evaluate(pressedWhileItMoves)).toBe(true);
  });

  await test.step('from the day on top one goes to any other', async () => {
    await chat.timeline.hover();
    // It goes a moment after the last movement, and a machine may be slow: so slow that a press
    // that was given up has been one, and a second would close what it has opened.
    await expect(async () => {
      if (await field.isVisible()) return;
      await ada.mouse.wheel(0, -400);
      await sticky.click({ timeout: 1000 });
      await expect(field).toBeVisible({ timeout: 1000 });
    }).toPass();
    day = new Date((await shown()).getTime() - 5 * DAY_MS);
    await field.fill(day.toISOString().slice(0, 10));
    await look(ada, 'jump-to-day');
    await ada.getByRole('button', { name: 'Go' }).click();
  });

  await test.step('its line is there, and leads on', async () => {
    const line = chat.timeline.getByRole('button', { name: words.format(day) });
    await expect(line).toBeInViewport();
    await line.click();
    expect(await shown()).toEqual(day);
    await ada.keyboard.press('Escape');
    await expect(line).toBeFocused();
  });

  await test.step('the day stays on top while one passes through it', async () => {
    await ada.mouse.move(700, 300);
    const itsDay = sticky.filter({ hasText: words.format(day) });
    // As above, before it goes; a day is longer than many of these movements.
    await expect(async () => {
      await ada.mouse.wheel(0, 1200);
      await expect(itsDay).toBeVisible({ timeout: 1000 });
    }).toPass();
    await takePicture(ada, 'sticky-day');
    await expect(sticky).toBeHidden();
  });

  await test.step('the end is as near', async () => {
    await ada.getByRole('button', { name: 'Jump to newest' }).click();
    await expect(chat.row(`Message ${MESSAGES}`)).toBeInViewport();
  });
});

test('what is selected in several messages is copied as text', async ({ arrive }) => {
  const ada = await arrive('Ada');
  await ada.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const chat = await createChannel(ada, 'Clippings');
  for (const text of ['first **words**', '- one\n- two', 'last']) await chat.send(text);
  await expect(chat.row('last').getByRole('button', { name: 'Stored' })).toBeVisible();
  await chat.timeline.evaluate((log) => {
    const rows = log.querySelectorAll('ui-message-row');
    getSelection()!.setBaseAndExtent(rows[0]!, 0, rows[2]!, rows[2]!.childNodes.length);
  });
  await takePicture(ada, 'selection');
  await ada.keyboard.press('Control+C');
  const copied = await ada.evaluate(() => navigator.clipboard.readText());
  expect(copied).toMatch(/^Ada, \d+:\d\d.*\nfirst words\none\n+two\nlast$/);
});

/** In the page: notes each element that is made for a row, by the row's key. */
function watchRows(): void {
  const rows = new Map<string, Set<Element>>();
  Object.assign(globalThis, { rows });
  new MutationObserver(() => {
    for (const row of document.querySelectorAll<HTMLElement>('app-message-list [data-key]')) {
      const key = row.dataset['key']!;
      rows.set(key, (rows.get(key) ?? new Set()).add(row));
    }
  }).observe(document, { childList: true, subtree: true });
}

/** How many elements were made for each row. */
async function rowsDrawn(page: Page): Promise<ReadonlyMap<string, number>> {
  const counts = await page.evaluate(() => {
    const { rows } = globalThis as unknown as { rows: ReadonlyMap<string, ReadonlySet<Element>> };
    return [...rows].map(([key, elements]) => [key, elements.size] as const);
  });
  return new Map(counts);
}
