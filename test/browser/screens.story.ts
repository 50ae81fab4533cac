import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { Api } from './api.js';
import { createChannel } from './conversation.js';
import { letIn } from './invitation.js';
import { expect, test } from './stage.js';

const sizes = { wide: [1440, 900], tablet: [900, 1200], phone: [390, 844] } as const;

/** A picture of each size in light and dark, and no complaint of axe in any of them. */
async function look(page: Page, name: string): Promise<void> {
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    for (const [size, [width, height]] of Object.entries(sizes)) {
      await page.setViewportSize({ width, height });
      await page.screenshot({ path: `dist/screens/${name}-${scheme}-${size}.png` });
      // Between the two it is one of them.
      if (size === 'tablet') continue;
      const { violations } = await new AxeBuilder({ page }).analyze();
      const found = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
      expect(found, `${name}, ${scheme}, ${size}`).toEqual([]);
    }
  }
  await page.setViewportSize({ width: 1440, height: 900 });
}

test('the doors look right everywhere', async ({ page, stage }) => {
  await page.goto(`${stage.server.url}/sign-in`);
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
  await look(page, 'sign-in');
  await page.goto(`${stage.server.url}/register`);
  await expect(page.getByRole('button', { name: 'Create account' })).toBeVisible();
  await look(page, 'register');
  await page.goto(`${stage.server.url}/invite/unknown`);
  await expect(page.getByText('No such invitation')).toBeVisible();
  await look(page, 'invite-unknown');
});

test('the chat looks right everywhere', async ({ arrive }) => {
  test.setTimeout(120_000);
  const ada = await arrive('Ada Lindqvist');
  const mira = await arrive('Mira Okafor');
  const chat = await createChannel(ada, 'Release crew');
  await look(ada, 'chat-empty');
  const chatId = new URL(ada.url()).pathname.split('/')[2]!;
  const [hers, his] = [await Api.of(ada), await Api.of(mira)];
  await letIn(hers, his, chatId);
  await hers.put(`/api/chats/${chatId}`, { topic: 'Rolling out 2.4 today' });
  await his.post('/api/messages', {
    chatId,
    text: 'Release notes are final. The upgrade path is one line now: `parley upgrade --to 2.4`',
  });
  await his.post('/api/messages', { chatId, text: 'Спасибо · 謝謝 · شكرا 🎉' });
  await chat.send(
    'Yes. First one is drained and back, 0 lost:\n```\ngateway-1 drained 412 sockets 1.1 s\nchat-1    drained   0 in flight\n```',
  );
  await chat.say('Rolling the second node now');
  await expect(chat.row('Спасибо')).toBeVisible();
  await look(ada, 'chat');
  await ada.getByRole('button', { name: 'New chat' }).first().click();
  await expect(ada.getByRole('dialog')).toBeVisible();
  await look(ada, 'new-chat');
});
