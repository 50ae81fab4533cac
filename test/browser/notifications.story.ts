import type { Page, Worker } from '@playwright/test';
import { Conversation, createChannel } from './conversation.js';
import { usernameOf } from './device.js';
import { twoInAChannel } from './invitation.js';
import { look } from './look.js';
import { expect, test } from './stage.js';

test.use({ serviceWorkers: 'allow' });

/** What the system shows of Parley, for a browser without a system to show it. */
interface Note {
  readonly title: string;
  readonly body: string;
  readonly tag: string;
}

/** Debian's headless browser has no place for notes, and refuses them: so they are kept here. */
const keepNotes = (worker: Worker): Promise<void> =>
  worker.evaluate(() => {
    const notes = new Map<string, object>();
    const { registration } = self as unknown as { registration: ServiceWorkerRegistration };
    Object.assign(self, { notes });
    const show = (title: string, { tag = '', ...rest }: NotificationOptions = {}) => {
      notes.set(tag, { title, tag, ...rest, close: () => notes.delete(tag) });
      return Promise.resolve();
    };
    const find = ({ tag = '' } = {}) => Promise.resolve([notes.get(tag)].filter(Boolean));
    Object.assign(registration, { showNotification: show, getNotifications: find });
  });

const shown = (worker: Worker): Promise<Note[]> =>
  worker.evaluate(() => {
    const { notes } = self as unknown as { notes: Map<string, Note> };
    return [...notes.values()].map(({ title, body, tag }) => ({ title, body, tag }));
  });

/** Without a word to the worker, so that what is shown next is seen alone. */
const clearNotes = (worker: Worker): Promise<void> =>
  worker.evaluate(() => (self as unknown as { notes: Map<string, object> }).notes.clear());

/** Her app, of which nothing but its worker is left: every tab is closed. `push`: one comes in. */
async function closed(ada: Page) {
  const { origin } = new URL(ada.url());
  const context = ada.context();
  await ada.waitForFunction(() => navigator.serviceWorker.controller !== null);
  const empty = await context.newPage();
  const browser = await context.newCDPSession(ada);
  const registered = new Promise<string>((resolve) => {
    browser.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const ours = registrations.find(({ scopeURL }) => scopeURL === `${origin}/`);
      if (ours) resolve(ours.registrationId);
    });
  });
  await browser.send('ServiceWorker.enable');
  const registrationId = await registered;
  const worker = context.serviceWorkers()[0]!;
  await keepNotes(worker);
  await ada.close();
  const system = await context.newCDPSession(empty);
  await system.send('ServiceWorker.enable');
  const push = (pushed: object) =>
    system.send('ServiceWorker.deliverPushMessage', {
      origin,
      registrationId,
      data: JSON.stringify(pushed),
    });
  return { worker, push, empty, origin };
}

/** Somebody writes an answer into the note of a chat. Resolves with what was opened by that. */
const answered = (worker: Worker, tag: string, reply: string): Promise<string[]> =>
  worker.evaluate(
    async ([of, text]) => {
      const { notes } = self as unknown as { notes: Map<string, object> };
      const { clients } = self as unknown as { clients: Record<string, unknown> };
      const [opened, work]: [string[], Promise<unknown>[]] = [[], []];
      // A worker may open windows only where somebody has pressed something.
      clients['openWindow'] = (path: string) => Promise.resolve(opened.push(path));
      const waitUntil = (promise: Promise<unknown>) => work.push(promise);
      const click = new Event('notificationclick');
      const about = { notification: notes.get(of!), action: 'answer', reply: text, waitUntil };
      self.dispatchEvent(Object.assign(click, about));
      await Promise.all(work);
      return opened;
    },
    [tag, reply],
  );

const said = { type: 'show', cause: 'message', chat: 'Crew', from: 'Ben' };

test('with every tab closed pushes are shown as they should be', async ({ arrive }) => {
  const { worker, push } = await closed(await arrive('Ada'));

  await test.step('a push is shown, one note for a chat, until it is read', async () => {
    await push({ ...said, chatId: 'a1', seq: 1, text: 'Hello' });
    await expect.poll(() => shown(worker)).toHaveLength(1);
    // A push service may bring one twice.
    for (let time = 0; time < 2; time++)
      await push({ ...said, chatId: 'a1', seq: 2, text: 'Are you there?' });
    await push({ type: 'show', cause: 'mention', chatId: 'a2', seq: 7 });

    await expect
      .poll(() => shown(worker))
      .toEqual([
        { title: 'Ben · Crew', body: 'Are you there?\n+1', tag: 'chat:a1' },
        { title: 'Parley', body: 'You were mentioned', tag: 'chat:a2' },
      ]);
    await push({ type: 'clear', chatId: 'a1', seq: 2 });
    await expect.poll(async () => (await shown(worker)).map(({ tag }) => tag)).toEqual(['chat:a2']);
  });
  await clearNotes(worker);

  await test.step('what an open window has shown is not shown again by a push of it', async () => {
    await worker.evaluate(async () => {
      const { registration } = self as unknown as { registration: ServiceWorkerRegistration };
      const data = { chatId: 'b1', cause: 'message', seq: 7, count: 1, keys: ['said b1 7'] };
      await registration.showNotification('Ben · Crew', { body: 'Hello', tag: 'chat:b1', data });
    });
    await push({ ...said, cause: 'keyword', chatId: 'b1', seq: 7, text: 'Hello' });
    await push({ ...said, chatId: 'b2', seq: 1, text: 'And here' });
    const bodies = async () => (await shown(worker)).map(({ body }) => body);
    await expect.poll(bodies).toEqual(['Hello', 'And here']);
    await push({ ...said, chatId: 'b1', seq: 8, text: 'Are you there?' });
    await expect.poll(bodies).toEqual(['Are you there?\n+1', 'And here']);
  });
  await clearNotes(worker);

  await test.step('nor once it was put away', async () => {
    await worker.evaluate(() => {
      const notification = { data: { chatId: 'c1', keys: ['said c1 7'] } };
      self.dispatchEvent(Object.assign(new Event('notificationclose'), { notification }));
    });
    await push({ ...said, chatId: 'c1', seq: 7, text: 'Hello' });
    await push({ ...said, chatId: 'c1', seq: 8, text: 'Are you there?' });
    await expect
      .poll(async () => (await shown(worker)).map(({ body }) => body))
      .toEqual(['Are you there?']);
  });
  await clearNotes(worker);

  await test.step('a call rings beside what was said, until it does not', async () => {
    await push({ ...said, chatId: 'd1', seq: 1, text: 'Hello' });
    await push({
      type: 'show',
      cause: 'ringing_call',
      chatId: 'd1',
      seq: 0,
      from: 'Ben',
      text: '',
    });
    await expect
      .poll(() => shown(worker))
      .toEqual([
        { title: 'Ben · Crew', body: 'Hello', tag: 'chat:d1' },
        { title: 'Ben', body: 'Incoming call', tag: 'call:d1' },
      ]);
    await push({ type: 'clear', chatId: 'd1', seq: 0 });
    await expect.poll(async () => (await shown(worker)).map(({ tag }) => tag)).toEqual(['chat:d1']);
  });
  await clearNotes(worker);

  await test.step('a call rings on when its chat is read elsewhere, after a missed one, too', async () => {
    const tags = async () => (await shown(worker)).map(({ tag }) => tag);
    await push({ ...said, chatId: 'e1', seq: 7, text: 'Hello' });
    await push({ type: 'show', cause: 'missed_call', chatId: 'e1', seq: 6, from: 'Ben', text: '' });
    await expect.poll(tags).toEqual(['chat:e1', 'call:e1']);
    await push({
      type: 'show',
      cause: 'ringing_call',
      chatId: 'e1',
      seq: 0,
      from: 'Ben',
      text: '',
    });
    await expect
      .poll(async () => (await shown(worker)).map(({ body }) => body))
      .toEqual(['Hello', 'Incoming call\n+1']);
    await push({ type: 'clear', chatId: 'e1', seq: 7 });
    await expect.poll(tags).not.toContain('chat:e1');
    expect(await tags()).toEqual(['call:e1']);
    await push({ type: 'clear', chatId: 'e1', seq: 0 });
    await expect.poll(tags).toEqual([]);
  });
});

test('what is answered in a note is sent once; signed out, it waits as a draft', async ({
  arrive,
}) => {
  const { ada, bob, his } = await twoInAChannel(arrive);
  const chatId = new URL(ada.url()).pathname.split('/')[2]!;
  const username = await usernameOf(ada);
  const { worker, push, empty, origin } = await closed(ada);
  const tag = `chat:${chatId}`;
  await push({ ...said, chatId, seq: 9, text: 'Are you there?' });
  await expect.poll(() => shown(worker)).toHaveLength(1);
  expect(await answered(worker, tag, ' On my way ')).toEqual([]);
  await expect(his.row('On my way')).toHaveCount(1);
  expect(await shown(worker)).toEqual([]);

  await bob.context().close();
  await empty.context().clearCookies();
  await push({ ...said, chatId, seq: 10, text: 'And now?' });
  await expect.poll(() => shown(worker)).toHaveLength(1);
  const [path, ...others] = await answered(worker, tag, 'Soon & surely');
  expect([path, others]).toEqual([`/c/${chatId}?draft=Soon%20%26%20surely`, []]);
  await empty.goto(origin + path!);
  await empty.getByLabel('E-mail or username').fill(username);
  await empty.getByLabel('Password', { exact: true }).fill('correct horse battery');
  await empty.getByRole('button', { name: 'Sign in' }).click();
  await expect(new Conversation(empty).composer).toHaveValue('Soon & surely');
  await expect(empty).toHaveURL(`${origin}/c/${chatId}`);
});

test('a note that is pressed leads to its chat in the open window, which is not loaded anew', async ({
  arrive,
}) => {
  const { ada } = await twoInAChannel(arrive);
  const { pathname } = new URL(ada.url());
  await ada.waitForFunction(() => navigator.serviceWorker.controller !== null);
  // What hears the worker comes with what asks this.
  const hears = ada.waitForResponse(/\/api\/notifications\/settings$/);
  await ada.goto('/');
  await ada.getByRole('link', { name: /Notes to self/ }).click();
  await hears;
  await ada.evaluate(() => Object.assign(globalThis, { isSame: true }));
  const [worker] = ada.context().serviceWorkers();
  await worker!.evaluate(async (chatId) => {
    // Without a press nobody may bring a window to the front.
    const { WindowClient: client } = self as unknown as { WindowClient: { prototype: object } };
    Object.assign(client.prototype, { focus: () => Promise.resolve() });
    const work: Promise<unknown>[] = [];
    const notification = { close: () => undefined, data: { chatId } };
    const waitUntil = (promise: Promise<unknown>) => work.push(promise);
    const click = new Event('notificationclick');
    self.dispatchEvent(Object.assign(click, { notification, action: '', waitUntil }));
    await Promise.all(work);
  }, pathname.split('/')[2]);
  await expect(new Conversation(ada).row('before')).toBeVisible();
  await expect(ada).toHaveURL(pathname);
  expect(await ada.evaluate(() => 'isSame' in globalThis)).toBe(true);
});

test('how somebody wants to be told is asked in the settings, and kept', async ({ arrive }) => {
  const ada = await arrive('Ada');
  await createChannel(ada, 'news');
  await ada.goto('/settings/notifications');
  await ada.getByRole('switch', { name: /^Quiet hours/ }).check({ force: true });
  await ada.getByLabel('Until').selectOption('08:00');
  await ada.getByLabel('Words to be told of').fill('release, on call');
  await ada.getByLabel('Words to be told of').blur();
  await ada.getByRole('radio', { name: /^Only who/ }).check({ force: true });
  await ada.getByRole('button', { name: 'For an hour' }).click();
  await expect(ada.getByText(/^Paused until /)).toBeVisible();
  await look(ada, 'settings-notifications');
  await ada.reload();
  await ada.getByRole('button', { name: 'Resume' }).click();
  await expect(ada.getByRole('button', { name: 'For 30 minutes' })).toBeFocused();
  await expect(ada.getByRole('switch', { name: /^Quiet hours/ })).toBeChecked();
  await expect(ada.getByLabel('Until')).toHaveValue('08:00');
  await expect(ada.getByLabel('Words to be told of')).toHaveValue('release, on call');
  await expect(ada.getByRole('radio', { name: /^Only who/ })).toBeChecked();
});
