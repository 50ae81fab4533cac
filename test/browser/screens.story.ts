import { Api } from './api.js';
import { createChannel } from './conversation.js';
import { letIn } from './invitation.js';
import { look } from './look.js';
import { expect, test } from './stage.js';

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
