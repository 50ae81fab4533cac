import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { Api } from './api.js';
import { createChannel } from './conversation.js';
import { letIn } from './invitation.js';
import { expect, test } from './stage.js';

const sizes = { wide: [1440, 900], phone: [390, 844] } as const;

/** A picture of each size in every theme, and no complaint of axe in any of them. */
async function look(page: Page, name: string): Promise<void> {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  for (const theme of ['light', 'dark', 'contrast']) {
    await page.locator('html').evaluate((html, to) => html.setAttribute('data-theme', to), theme);
    for (const [size, [width, height]] of Object.entries(sizes)) {
      await page.setViewportSize({ width, height });
      await page.screenshot({ path: `dist/screens/${name}-${theme}-${size}.png` });
      const { violations } = await new AxeBuilder({ page }).analyze();
      const found = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
      expect(found, `${name}, ${theme}, ${size}`).toEqual([]);
    }
  }
  await page.setViewportSize({ width: 1440, height: 900 });
}

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
  test.setTimeout(120_000);
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
  await look(ada, 'rich-text');
});
