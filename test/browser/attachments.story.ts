import { createHash } from 'node:crypto';
import type { CDPSession, Page, Request } from '@playwright/test';
import { Api } from './api.js';
import { aLongText, aPicture, aProgram, aText, choose, drag, paste } from './chosen-files.js';
import { twoInAChannel } from './invitation.js';
import { Line } from './line.js';
import { glance, look } from './look.js';
import { takePicture } from './picture.js';
import { standStill } from './scroll-course.js';
import { expect, test } from './stage.js';

/** What the server has of the open chat: each text with the names of its files. */
async function storedIn(page: Page): Promise<readonly string[]> {
  const chatId = new URL(page.url()).pathname.split('/')[2]!;
  const path = `/api/messages/${chatId}?limit=100`;
  const { items } = await (await Api.of(page)).get<{ items: StoredMessage[] }>(path);
  return items
    .filter(({ kind }) => kind !== 'system')
    .map(({ text, files = [] }) => {
      const names = files.map(({ name }) => name).join(', ');
      return names ? `${text} [${names}]`.trim() : text;
    });
}

interface StoredMessage {
  readonly kind: string;
  readonly text: string;
  readonly files?: readonly { readonly name: string }[];
}

/** How many files of trays the browser of a page keeps. */
function keptTrayOf(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const known = await indexedDB.databases();
    const { name } = known.find((database) => database.name?.startsWith('parley-tray-'))!;
    const open = indexedDB.open(name!);
    await new Promise((done) => (open.onsuccess = done));
    const count = open.result.transaction('contents').objectStore('contents').count();
    await new Promise((done) => (count.onsuccess = done));
    open.result.close();
    return count.result;
  });
}

const tray = (page: Page) => page.getByRole('list', { name: 'Files to send' });

test('files are picked, dropped and pasted, and go with their words as one message', async ({
  arrive,
}) => {
  const { ada, hers, bob, his } = await twoInAChannel(arrive);
  const hill = await aPicture(ada, 'hill.png');

  await choose(ada, [hill, aText('notes.txt', 'Bring boots.\n'), aText('empty.txt', '')]);
  await drag(ada, [await aPicture(ada, 'tall.png', [600, 900])], async () => {
    await expect(ada.getByText('Drop here for Phoenix')).toBeVisible();
    await takePicture(ada, 'drop-sheet');
  });
  await expect(ada.getByText('Drop here for Phoenix')).toHaveCount(0);
  await paste(ada, [aText('pasted.txt', 'From the clipboard.\n')]);
  await expect(tray(ada).getByRole('listitem')).toHaveCount(5);
  await expect.poll(() => keptTrayOf(ada)).toBe(5);
  await ada.reload();
  await expect(tray(ada).getByRole('listitem')).toHaveCount(5);
  await expect(tray(ada).getByText('This file is empty')).toBeVisible();
  await hers.composer.fill('The hill, and what to bring');
  await look(ada, 'tray');

  await tray(ada).getByRole('button', { name: 'Remove empty.txt' }).click();
  await expect(tray(ada).getByRole('button', { name: 'Remove tall.png' })).toBeFocused();
  await hers.composer.press('Enter');
  await expect(tray(ada)).toHaveCount(0);
  await hers.mustHaveStored('The hill, and what to bring');
  await expect(his.row('The hill, and what to bring')).toBeVisible();
  expect(await storedIn(bob)).toEqual([
    'before',
    'The hill, and what to bring [hill.png, notes.txt, tall.png, pasted.txt]',
  ]);
});

test('a refused file is said at its message, which goes without it', async ({ arrive }) => {
  const { ada, hers, his } = await twoInAChannel(arrive);
  await choose(ada, [aText('fine.txt', 'fine\n'), aProgram('tool.elf')]);
  await hers.composer.fill('with a program');
  await hers.composer.press('Enter');
  const row = hers.row('with a program');
  await expect(row.getByText('This kind of file is not accepted.')).toBeVisible();
  await hers.say('goes on');
  await look(ada, 'refused-file');
  await standStill(hers.timeline);
  await row.getByRole('button', { name: 'Send without tool.elf' }).click();
  await hers.mustHaveStored('with a program');
  await expect(his.row('with a program')).toBeVisible();
  expect(await storedIn(ada)).toEqual(['before', 'goes on', 'with a program [fine.txt]']);
});

test('files that are sent offline survive a reload, and keep their place among the words', async ({
  arrive,
}) => {
  const { ada, hers, his } = await twoInAChannel(arrive);
  const line = await Line.of(ada);
  await expect(hers.row('before')).toBeVisible();
  await choose(ada, [await aPicture(ada, 'hill.png'), aText('notes.txt', 'Bring boots.\n')]);
  await expect(tray(ada).getByRole('listitem')).toHaveCount(2);

  line.cut();
  line.drop();
  await ada.context().setOffline(true);
  await expect(ada.getByText(/^Offline\./)).toBeVisible();
  await hers.send('with two files');
  await hers.send('and words');
  // Nobody pastes within the frame in which a sent text leaves the composer.
  await expect(hers.composer).toHaveValue('');
  await paste(ada, [aText('last.txt', 'The last.\n')]);
  await hers.composer.press('Enter');
  await expect(ada.getByText(/3 messages will be sent, in order/)).toBeVisible();
  await look(ada, 'files-offline');

  await line.reopen(ada);
  await expect(ada.getByText(/3 queued/)).toBeVisible();
  await expect(hers.row('with two files').getByText('notes.txt')).toBeVisible();
  line.mend();
  await expect(ada.getByText(/all sent/)).toBeVisible();
  await expect(his.row('and words')).toBeVisible();
  const stored = ['before', 'with two files [hill.png, notes.txt]', 'and words', '[last.txt]'];
  await expect.poll(() => storedIn(ada)).toEqual(stored);
});

test('a large file can wait, outlives a server that is killed, and arrives whole', async ({
  arrive,
  stage,
}) => {
  const { ada, hers, his } = await twoInAChannel(arrive);
  const large = aLongText('large.txt', 8_000_000);
  const asked: Request[] = [];
  ada.on('request', (request) => asked.push(request));
  const line = await LineOfUploads.of(ada);
  await line.slowDown(200_000);
  await choose(ada, [large]);
  await hers.send('a large one');
  await hers.send('and what follows');
  const row = hers.row('a large one');

  await row.getByRole('button', { name: 'Pause large.txt' }).click();
  await expect(row.getByText(/^Paused/)).toBeVisible();
  await glance(ada, 'upload-paused');
  // So slow that there is something left of it when the server dies, however late one looks.
  await line.slowDown(400_000);
  await row.getByRole('button', { name: 'Resume large.txt' }).click();
  const bar = row.getByRole('progressbar', { name: 'Upload of large.txt' });
  await expect(bar).toBeVisible();
  await takePicture(ada, 'upload');
  const percent = async () => Number(await bar.getAttribute('aria-valuenow'));
  await expect.poll(percent, { intervals: [50] }).toBeGreaterThanOrEqual(40);

  await stage.server.kill();
  await expect(ada.getByText(/^Offline\./)).toBeVisible();
  await line.free();
  await stage.server.restart();
  await hers.mustHaveStored('and what follows');
  await expect(his.row('and what follows')).toBeVisible();
  expect(await storedIn(ada)).toEqual(['before', 'a large one [large.txt]', 'and what follows']);

  const tus = asked.filter((request) => request.url().includes('/api/files/resumable'));
  expect(tus.filter((request) => request.method() === 'POST')).toHaveLength(1);
  // From where the server that came back had it, however much was lost on the way to the dead one.
  const [stored, offset] = [await lastToldOffset(tus), tus.at(-1)!.headers()['upload-offset']];
  expect(Number(stored)).toBeGreaterThan(0);
  expect(offset).toBe(stored);
  const [file] = await filesIn(ada);
  expect(file!.sha256).toBe(createHash('sha256').update(large.buffer).digest('hex'));
});

test('a file that is taken away on its way is not sent', async ({ arrive }) => {
  const { ada, hers } = await twoInAChannel(arrive);
  await (await LineOfUploads.of(ada)).slowDown(130_000);
  await choose(ada, [aText('small.txt', 'small\n'), aLongText('large.txt', 5_120_000)]);
  await hers.send('two files');
  const row = hers.row('two files');
  await expect(row.getByRole('progressbar', { name: 'Upload of large.txt' })).toBeVisible();
  await row.getByRole('button', { name: 'Send without large.txt' }).click();
  await hers.mustHaveStored('two files');
  expect(await storedIn(ada)).toEqual(['before', 'two files [small.txt]']);
});

test('what waits is edited while others write: no word is lost, and the editor stays', async ({
  arrive,
}) => {
  const { ada, hers, his } = await twoInAChannel(arrive);
  let release: () => void = () => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  await ada.route(/\/api\/files\/upload/, async (route) => {
    await released;
    await route.continue();
  });
  await choose(ada, [aText('notes.txt', 'Bring boots.\n')]);
  await hers.send('the notes');
  const editor = ada.getByRole('textbox', { name: 'Edit message' });
  await hers.useTool('the notes', 'Edit', editor);
  await expect(editor).toBeFocused();
  const hidings = await editor.evaluateHandle((field) => {
    const seen: string[] = [];
    const look = () => {
      if (getComputedStyle(field).visibility !== 'visible') seen.push('hidden');
      if (document.activeElement !== field) seen.push('without the focus');
    };
    const list = field.closest('[role=log]')!;
    const options = { subtree: true, childList: true, attributeFilter: ['style'] };
    new MutationObserver(look).observe(list, options);
    return seen;
  });
  // Each of these comes to stand above what waits.
  for (const word of [' of', ' our', ' tour']) {
    await editor.pressSequentially(word);
    await his.say(`before${word}`);
    await expect(hers.row(`before${word}`)).toBeVisible();
  }
  expect(await hidings.jsonValue()).toEqual([]);
  await editor.press('Enter');
  release();
  await hers.mustHaveStored('the notes of our tour');
  expect((await storedIn(ada)).at(-1)).toBe('the notes of our tour [notes.txt]');
});

/** How far a server has said that it has an upload, the last time that it was asked. */
async function lastToldOffset(tus: readonly Request[]): Promise<string | undefined> {
  const asked = tus.findLast((request) => request.method() === 'HEAD');
  return (await asked?.response())?.headers()['upload-offset'];
}

/** How fast uploads of a page go. */
class LineOfUploads {
  private constructor(private readonly devtools: CDPSession) {}

  static async of(page: Page): Promise<LineOfUploads> {
    return new LineOfUploads(await page.context().newCDPSession(page));
  }

  /** To so many bytes a second. */
  async slowDown(uploadThroughput: number): Promise<void> {
    const line = { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput };
    await this.devtools.send('Network.emulateNetworkConditions', line);
  }

  async free(): Promise<void> {
    await this.slowDown(-1);
  }
}

async function filesIn(page: Page): Promise<readonly { readonly sha256: string }[]> {
  const api = await Api.of(page);
  const chatId = new URL(page.url()).pathname.split('/')[2]!;
  const { items } = await api.get<{ items: { files?: { id: string }[] }[] }>(
    `/api/messages/${chatId}?limit=100`,
  );
  const ids = items.flatMap(({ files = [] }) => files.map(({ id }) => id));
  return Promise.all(ids.map((id) => api.get<{ sha256: string }>(`/api/files/${id}/meta`)));
}
