import type { Locator, Page } from '@playwright/test';
import { hostileTexts } from '@app/contracts/testing';
import { Api } from './api.js';
import { Conversation, createChannel } from './conversation.js';
import { everyName, hostileNames, takeOver } from './hostile-server.js';
import { InertWatch } from './inert.js';
import { expect, test, type Arrive, type Stage } from './stage.js';

interface Watched {
  readonly ada: Page;
  readonly watch: InertWatch;
}

async function aWatchedPage(arrive: Arrive, { server }: Stage): Promise<Watched> {
  const ada = await arrive('Ada');
  return { ada, watch: await InertWatch.of(ada, server.url) };
}

/** What the field of the search takes. */
const SEARCHED = 80;

const chatIdOf = (page: Page): string => new URL(page.url()).pathname.split('/')[2]!;

const inPieces = (size: number): readonly (readonly string[])[] =>
  Array.from({ length: Math.ceil(hostileTexts.length / size) }, (_, n) =>
    hostileTexts.slice(n * size, (n + 1) * size),
  );

/** All texts, as far as the field of the search takes them, and as many at once as it takes. */
function searches(): readonly string[] {
  const found: string[] = [];
  for (const text of hostileTexts) {
    const words = text
      .replace(/[\r\n]/g, '')
      .slice(0, SEARCHED)
      .trim();
    const both = `${found.at(-1) ?? ''} ${words}`.trim();
    if (both.length <= SEARCHED) found.splice(-1, 1, both);
    else found.push(words);
  }
  return found;
}

/** As a browser hands over what was copied from a page; done once it stands there as Markdown. */
async function paste(field: Element, html: string): Promise<void> {
  const count = () => (field as HTMLTextAreaElement).value.split('**pasted**').length;
  const before = count();
  const clipboardData = new DataTransfer();
  // Of few lines: what has many is left to the browser, to which such an event means nothing.
  clipboardData.setData('text/plain', 'pasted');
  clipboardData.setData('text/html', `<b>pasted</b>${html}`);
  field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, cancelable: true }));
  while (count() === before) await new Promise((drawn) => requestAnimationFrame(drawn));
}

/** All of these words are somewhere among what is there, letter by letter, as text. */
async function mustSay(places: Locator, words: readonly string[]): Promise<void> {
  await expect.poll(() => missingAmong(places, words), { intervals: [0, 20, 100] }).toEqual([]);
}

/** Those of these words that are not among what is there now. */
async function missingAmong(places: Locator, words: readonly string[]): Promise<readonly string[]> {
  const said = new Set((await places.allTextContents()).map((text) => text.trim()));
  return words.filter((each) => !said.has(each));
}

test('hostile messages, by people and with files of such names, do nothing', async ({
  arrive,
  stage,
}) => {
  const { ada, watch } = await aWatchedPage(arrive, stage);
  const api = await Api.of(ada);
  const channel = { type: 'channel', slug: 'hostile', name: 'Hostile' };
  const { id: chatId } = await api.post<{ id: string }>('/api/chats', channel);
  // What she is told while it happens is not changed; what she comes back to is.
  await ada.goto('about:blank');
  for (const texts of inPieces(50)) await api.say(chatId, texts);

  await takeOver(ada, chatId);
  await ada.goto(`/c/${chatId}`);
  const scroller = ada.getByRole('log');
  await expect(scroller.locator('ui-message-row').first()).toBeVisible();
  // Every one of them passes through the screen: the timeline draws only what is near it.
  const read = new Map<string, Read>();
  await expect(async () => {
    // Whose name is not here yet is read once it is.
    for (const row of await readOn(scroller)) if (row.author !== 'Someone') read.set(row.key, row);
    expect(read.size).toBe(hostileTexts.length);
  }).toPass({ intervals: [0] });
  const rows = [...read.values()];
  expect(rows.map(({ author }) => author).toSorted()).toEqual(hostileNames.toSorted());
  expect(rows.map(({ file }) => file).toSorted()).toEqual(hostileNames.toSorted());
  await watch.mustHaveStayedInert();

  await ada.getByText('Files', { exact: true }).click();
  await ada.getByRole('tab', { name: 'Other' }).click();
  await mustSay(ada.locator('app-chat-files app-file-card .name'), hostileNames);
  await watch.mustHaveStayedInert();
});

/** Who has written a row, and the file in it. */
interface Read {
  readonly key: string;
  readonly author: string;
  readonly file: string;
}

/** The rows that are drawn; then on into the past, round and round. */
function readOn(scroller: Locator): Promise<readonly Read[]> {
  return scroller.evaluate(async (log) => {
    const rows = [...log.querySelectorAll<HTMLElement>('[data-key]:has(ui-message-row)')];
    const saidIn = (row: Element, what: string) => row.querySelector(what)?.textContent ?? '';
    const read = rows.map((row) => ({
      key: row.dataset['key']!,
      author: saidIn(row, 'header b'),
      file: saidIn(row, 'app-file-card .name'),
    }));
    log.scrollTop = log.scrollTop > 0 ? log.scrollTop - log.clientHeight / 2 : log.scrollHeight;
    for (let n = 0; n < 3; n++) await new Promise((drawn) => requestAnimationFrame(drawn));
    return read;
  });
}

test('hostile names, topics and addresses are shown and do nothing', async ({ arrive, stage }) => {
  const { ada, watch } = await aWatchedPage(arrive, stage);
  await createChannel(ada, 'Topics');
  await takeOver(ada, chatIdOf(ada));
  await ada.reload();

  await test.step('of the open chat', () => expectInTheChat(ada));
  await test.step('of a hundred chats, and what was said there last', async () => {
    const list = ada.locator('app-chat-list .list');
    const [names, lines] = [new Set<string>(), new Set<string>()];
    await list.hover();
    await expect(async () => {
      for (const name of await list.locator('[heading]').allTextContents()) names.add(name.trim());
      for (const line of await list.locator('[line]').allTextContents()) lines.add(line.trim());
      await ada.mouse.wheel(0, 500);
      expect(hostileNames.filter((name) => !names.has(name))).toEqual([]);
    }).toPass({ intervals: [20] });
    expect(lines.size).toBeGreaterThan(120);
  });
  await test.step('of what is found', async () => {
    await ada.keyboard.press('ControlOrMeta+k');
    const dialog = ada.getByRole('dialog');
    // Each is looked for among all of them, which takes its time: so not each is.
    for (const name of hostileNames.filter((_, index) => index % 8 === 0)) {
      await dialog.getByRole('combobox').fill(name);
      await mustSay(dialog.getByRole('option').locator('.name'), [name]);
    }
    await ada.keyboard.press('Escape');
  });
  await watch.mustHaveStayedInert();

  await ada.goto('/directory/channels');
  const rows = ada.locator('app-directory-page [uiListRow]');
  await expect(rows).toHaveCount(hostileNames.length);
  await mustSay(rows.locator('[heading]'), hostileNames);
  await mustSay(
    rows.locator('[line]'),
    hostileNames.map((topic) => `2 people · ${topic}`),
  );
  await ada.getByRole('tab', { name: 'People' }).click();
  await expect(ada.getByRole('button', { name: /^Message / })).toHaveCount(hostileNames.length);
  await mustSay(rows.locator('button[heading]'), hostileNames);
  await mustSay(
    rows.locator('[line]'),
    hostileNames.map((name) => `\u2066@${name}\u2069`),
  );
  await rows.locator('button[heading]').first().click();
  await mustSay(ada.getByRole('dialog').locator('.who b'), [hostileNames[0]!]);
  await watch.mustHaveStayedInert();
});

/** Head, details, members, the form of the chat's address, and whom one may call. */
async function expectInTheChat(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(everyName);
  const [header, details] = [page.locator('main header'), page.locator('app-chat-details')];
  await expect(header.locator('p')).toContainText(everyName);
  await expect(details.locator('.topic')).toHaveText(everyName);
  const names = details.locator('li .name');
  // The rest is asked of the server. Who presses before the first page is here, or before the chat
  // is drawn anew with what the server has of it, presses again.
  const more = details.getByRole('button', { name: 'Show more' });
  await expect(async () => {
    if ((await names.count()) < 1 + hostileNames.length) await more.click({ timeout: 2_000 });
    await expect(names).toHaveCount(1 + hostileNames.length, { timeout: 5_000 });
    expect(await missingAmong(names, hostileNames)).toEqual([]);
  }).toPass();
  await new Conversation(page).composer.pressSequentially('@sc');
  const offered = page.getByRole('option');
  await expect(offered.first()).toBeVisible();
  const labels = await offered.locator('.label').allTextContents();
  expect(hostileNames).toEqual(expect.arrayContaining(labels));
  await details.getByRole('button', { name: 'Picture, name and rules' }).click();
  for (const label of ['Name', 'Address', 'Topic'])
    await expect(page.getByRole('dialog').getByLabel(label, { exact: true })).toHaveValue(
      everyName,
    );
  await page.keyboard.press('Escape');
}

test('hostile texts in the search and in a paste do nothing', async ({ arrive, stage }) => {
  const { ada, watch } = await aWatchedPage(arrive, stage);
  const { composer } = await createChannel(ada, 'Fields');
  // Some at a time: all of them in one draft would be drawn again with each that comes.
  for (const texts of inPieces(10)) {
    await composer.fill('');
    for (const text of texts) await composer.evaluate(paste, text);
  }
  await ada.keyboard.press('ControlOrMeta+k');
  const dialog = ada.getByRole('dialog');
  // Nobody is asked, so each has its answer at once.
  await ada.context().setOffline(true);
  await expect(ada.getByText(/^Offline\./)).toBeVisible();
  for (const words of searches()) {
    await dialog.getByRole('combobox').fill(words);
    await expect(dialog.locator('ui-empty-state')).toContainText(words);
  }
  await watch.mustHaveStayedInert();
});

test('the watch sees what is not inert, wherever and however briefly it is drawn', async ({
  visit,
  stage,
}) => {
  const page = await visit();
  await page.goto('/sign-in');
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
  const watch = await InertWatch.of(page, stage.server.url);
  await page.evaluate(() => {
    const link = document.createElement('a');
    link.setAttribute('href', 'javascript:alert(1)');
    const overlay = document.createElement('div');
    overlay.append(link);
    document.body.append(overlay);
    const brief = document.createElement('video');
    document.querySelector('app-root')!.append(brief);
    brief.remove();
    document.querySelector('button')!.setAttribute('formaction', '/away');
  });
  expect(await watch.found()).toEqual([
    '<a href="javascript:alert(1)"></a>',
    '<video></video>',
    expect.stringMatching(/^<button .*formaction="\/away"/),
  ]);
});
