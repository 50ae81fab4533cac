import type { Worker } from '@playwright/test';
import { createChannel } from './conversation.js';
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

test('with every tab closed a push is shown, one note for a chat, until it is read', async ({
  arrive,
}) => {
  const ada = await arrive('Ada');
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
  const [worker] = context.serviceWorkers();
  await keepNotes(worker!);
  await ada.close();
  const system = await context.newCDPSession(empty);
  await system.send('ServiceWorker.enable');
  const push = (pushed: object) =>
    system.send('ServiceWorker.deliverPushMessage', {
      origin,
      registrationId,
      data: JSON.stringify(pushed),
    });
  const said = { type: 'show', cause: 'message', chatId: 'c1', chat: 'Crew', from: 'Ben' };

  await push({ ...said, seq: 1, text: 'Hello' });
  await expect.poll(() => shown(worker!)).toHaveLength(1);
  await push({ ...said, seq: 2, text: 'Are you there?' });
  await push({ type: 'show', cause: 'mention', chatId: 'c2', seq: 7 });

  await expect
    .poll(() => shown(worker!))
    .toEqual([
      { title: 'Ben · Crew', body: 'Are you there?\n+1', tag: 'chat:c1' },
      { title: 'Parley', body: 'You were mentioned', tag: 'chat:c2' },
    ]);
  await push({ type: 'clear', chatId: 'c1', seq: 2 });
  await expect.poll(async () => (await shown(worker!)).map(({ tag }) => tag)).toEqual(['chat:c2']);
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
  await look(ada, 'settings-notifications');
  await ada.reload();
  await expect(ada.getByRole('switch', { name: /^Quiet hours/ })).toBeChecked();
  await expect(ada.getByLabel('Until')).toHaveValue('08:00');
  await expect(ada.getByLabel('Words to be told of')).toHaveValue('release, on call');
  await expect(ada.getByRole('radio', { name: /^Only who/ })).toBeChecked();
});
