import type { Locator } from '@playwright/test';
import { Api } from './api.js';
import { createChannel } from './conversation.js';
import { letIn } from './invitation.js';
import { look } from './look.js';
import { expect, test } from './stage.js';

const NOTES = `## Rolling out 2.4
The **upgrade path** is *one line* now, ~~three~~. Read [the notes](https://notes.example/2.4) first, @ada and @here:

1. Drain the node
   - wait for \`0 in flight\`
   - keep the old one for an hour
2. Upgrade

- [x] Staging
- [ ] Production

> It was quiet, for once.

| Node | Drained | Sockets |
|------|:-------:|--------:|
| gateway-1 | yes | 412 |
| chat-1 | yes | 0 |`;

const CODE = `\`\`\`ts
// Drains one node at a time, the busiest last.
export async function drain(nodes: readonly Node[]): Promise<number> {
  for (const node of nodes) await node.drain({ timeoutMs: 1_500 });
  return nodes.length;
}
\`\`\``;

test('a message is shown as it was meant', async ({ arrive }) => {
  const ada = await arrive('Ada Lindqvist');
  const mira = await arrive('Mira Okafor');
  const chat = await createChannel(ada, 'Release crew');
  const chatId = new URL(ada.url()).pathname.split('/')[2]!;
  const [hers, his] = [await Api.of(ada), await Api.of(mira)];
  await letIn(hers, his, chatId);
  const { username } = await hers.get<{ username: string }>('/api/auth/me');
  await his.post('/api/messages', { chatId, text: NOTES.replace('@ada', `@${username}`) });
  await his.post('/api/messages', { chatId, text: CODE });
  await his.post('/api/messages', { chatId, text: '🎉 🚀' });
  await expect(chat.row('Rolling out').getByRole('table')).toBeVisible();
  await expect(chat.row('drain(nodes').locator('.keyword').first()).toBeVisible();
  await ada.getByRole('button', { name: 'Details' }).click();
  await chat.send('- drained\n- back again');
  const own = chat.row('back again');
  const mark = own.getByRole('button', { name: /Stored|Delivered/ });
  // Beside its last line, and not on one of its own above.
  await expect(async () => {
    const [items, stored] = await boxesOf(own.getByRole('list'), mark);
    expect(stored.left).toBeGreaterThanOrEqual(items.right);
    expect(stored.top).toBeGreaterThan(items.top + items.height / 2);
  }).toPass();
  await look(ada, 'rich-text');
});

test('writing is helped: people, emoji, marks, formatted text', async ({ arrive }) => {
  const ada = await arrive('Ada Lindqvist');
  const mira = await arrive('Mira Okafor');
  const foreign: string[] = [];
  ada.on('request', (request) => {
    if (!request.url().startsWith(new URL(ada.url()).origin)) foreign.push(request.url());
  });
  const chat = await createChannel(ada, 'Writing room');
  const chatId = new URL(ada.url()).pathname.split('/')[2]!;
  await letIn(await Api.of(ada), await Api.of(mira), chatId);
  await ada.getByRole('button', { name: 'Details' }).click();
  const { composer } = chat;
  const list = ada.getByRole('listbox', { name: 'Suggestions' });

  await composer.pressSequentially('Thanks @Mi');
  await expect(list.getByRole('option', { name: /Mira Okafor/ })).toBeVisible();
  await look(ada, 'completing-people');
  await composer.press('Enter');
  await expect(composer).toHaveValue(/^Thanks @mira-\S+ $/);
  await composer.pressSequentially(':tad');
  await expect(list.getByRole('option').first()).toContainText('🎉');
  await look(ada, 'completing-emoji');
  await composer.press('Tab');
  await composer.pressSequentially(':rocket:');
  await expect(composer).toHaveValue(/ 🎉 🚀$/);

  // What the keys and completions wrote, the browser's own undo takes back.
  await composer.fill('a plan');
  await composer.press('Shift+Home');
  await composer.press('ControlOrMeta+b');
  await expect(composer).toHaveValue('**a plan**');
  await composer.press('ControlOrMeta+z');
  await expect(composer).toHaveValue('a plan');

  await composer.fill('');
  await composer.evaluate((field) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', 'Hi there');
    clipboardData.setData('text/html', '<p>Hi <b>there</b><img src="https://evil.example/1"></p>');
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, cancelable: true }));
  });
  await expect(composer).toHaveValue('Hi **there**');

  await ada.getByRole('button', { name: 'Emoji' }).click();
  const picker = ada.getByRole('dialog', { name: 'Emoji' });
  await expect(picker.getByRole('button', { name: 'grinning face', exact: true })).toBeVisible();
  await expect(async () => {
    const [card, below] = await boxesOf(picker, ada.locator('ui-composer'));
    expect(card.bottom).toBeLessThanOrEqual(below.top);
  }).toPass();
  await look(ada, 'emoji-picker');
  await picker.getByRole('searchbox').fill('wave');
  await picker.getByRole('radio', { name: 'medium skin tone', exact: true }).check({ force: true });
  await picker.getByRole('searchbox').press('Enter');
  await expect(composer).toHaveValue('Hi **there**👋🏽');
  await composer.press('Enter');
  await expect(chat.row('Hi there').locator('strong')).toHaveText('there');

  await composer.pressSequentially('@mira');
  // Before that Enter would send what was typed.
  await expect(list.getByRole('option', { name: /Mira Okafor/ })).toBeVisible();
  await composer.press('Enter');
  await expect(composer).toHaveValue(/^@mira-\S+ $/);
  await composer.press('Enter');
  await chat.timeline.getByRole('button', { name: /^@mira-/ }).click();
  await expect(ada.getByRole('dialog', { name: 'Mira Okafor' })).toBeVisible();
  await look(ada, 'mention-card');
  await ada.getByRole('button', { name: 'Message', exact: true }).click();
  await expect(ada.getByRole('heading', { level: 1, name: 'Mira Okafor' })).toBeVisible();
  expect(foreign).toEqual([]);
});

/** Where two elements of a page are at the same moment. */
async function boxesOf(one: Locator, other: Locator): Promise<readonly [DOMRect, DOMRect]> {
  const second = await other.elementHandle();
  return one.evaluate(
    (first, second) => [first.getBoundingClientRect(), second.getBoundingClientRect()] as const,
    second,
  );
}
