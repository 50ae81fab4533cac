import { Api } from './api.js';
import { createChannel, openChat, privateChannel } from './conversation.js';
import { letIn } from './invitation.js';
import { look } from './look.js';
import { expect, manyPeople, test } from './stage.js';

test('people react to a message, and take it back', async ({ arrive }) => {
  const ada = await arrive('Ada Lindqvist');
  const mira = await arrive('Mira Okafor');
  const hers = await createChannel(ada, 'Release crew');
  const chatId = new URL(ada.url()).pathname.split('/')[2]!;
  await letIn(await Api.of(ada), await Api.of(mira), chatId);
  await hers.say('Release notes are final.');
  const his = await openChat(mira, 'Release crew');
  const words = 'Release notes are final.';

  const picker = mira.getByRole('dialog', { name: 'React' });
  await his.useTool(words, 'React', picker);
  await picker.getByRole('searchbox', { name: 'Find emoji' }).fill('thumbs up');
  await picker.getByRole('button', { name: 'thumbs up', exact: true }).click();
  const seenByAda = hers.row(words).getByRole('button', { name: /^👍 1, Mira Okafor/ });
  await expect(seenByAda).toHaveAttribute('aria-pressed', 'false');

  await seenByAda.click();
  const both = hers
    .row(words)
    .getByRole('button', { name: /^👍 2, Mira Okafor and Ada Lindqvist/ });
  await expect(both).toHaveAttribute('aria-pressed', 'true');
  await expect(his.row(words).getByRole('button', { name: /^👍 2/ })).toBeVisible();
  await look(ada, 'reactions');

  await his.row(words).getByRole('button', { name: /^👍 2/ }).click();
  await expect(hers.row(words).getByRole('button', { name: /^👍 1, Ada/ })).toBeVisible();
  await both.or(hers.row(words).getByRole('button', { name: /^👍 1/ })).click();
  await expect(his.row(words).getByRole('group', { name: 'Reactions' })).toHaveCount(0);
});

test('a reaction without a network is shown, and told when there is one', async ({ arrive }) => {
  const ada = await arrive('Ada Lindqvist');
  const mira = await arrive('Mira Okafor');
  const [hers, his] = [await Api.of(ada), await Api.of(mira)];
  const chatId = await privateChannel(hers, 'Far away');
  await letIn(hers, his, chatId);
  const { id } = await his.post<{ id: string }>('/api/messages', {
    chatId,
    text: 'Are you there?',
  });
  const chat = await openChat(ada, 'Far away');
  await expect(chat.row('Are you there?')).toBeVisible();
  await his.put(`/api/messages/${id}/reactions/${encodeURIComponent('🎉')}`, {});
  const chip = (count: number) =>
    chat.row('Are you there?').getByRole('button', { name: new RegExp(`^🎉 ${count},`) });
  await expect(chip(1)).toBeVisible();

  await ada.context().setOffline(true);
  await expect(ada.getByText(/^Offline\./)).toBeVisible();
  await chip(1).click();
  await expect(chip(2)).toHaveAttribute('aria-pressed', 'true');
  await ada.context().setOffline(false);
  await expect(async () => {
    const { reactions } = await his.get<{ reactions: { userIds: string[] }[] }>(
      `/api/messages/item/${id}`,
    );
    expect(reactions[0]?.userIds).toHaveLength(2);
  }).toPass();
  await expect(chip(2)).toBeVisible();
});

test('a message is pinned for everybody, and found again', async ({ arrive }) => {
  const ada = await arrive('Ada Lindqvist');
  const mira = await arrive('Mira Okafor');
  const [hers, his] = [await Api.of(ada), await Api.of(mira)];
  const chatId = await privateChannel(hers, 'Wiki');
  await letIn(hers, his, chatId);
  const first = await hers.post<{ id: string }>('/api/messages', {
    chatId,
    text: 'How we deploy: drain, upgrade, watch.',
  });
  for (let batch = 0; batch < 3; batch++) {
    const items = Array.from({ length: 50 }, (_, i) => ({
      chatId,
      text: `Filler ${batch * 50 + i}, which says nothing.`,
    }));
    await hers.post('/api/messages/batch', { items });
  }
  await hers.post('/api/messages', { chatId, text: 'As agreed then.', replyTo: first.id });
  const chat = await openChat(ada, 'Wiki');

  // What is answered is far from what is loaded, and is quoted all the same.
  const quote = chat.row('As agreed then.').getByRole('button', { name: /How we deploy/ });
  await expect(quote).toContainText('Ada Lindqvist');
  await quote.click();
  await expect(chat.row('How we deploy')).toBeInViewport();

  const pin = ada.getByRole('menuitem', { name: 'Pin for everybody' });
  await chat.useTool('How we deploy', 'More', pin);
  await pin.click();
  await expect(chat.row('How we deploy')).toContainText('Pinned by Ada Lindqvist');
  await ada.getByRole('button', { name: 'Jump to newest' }).click();
  await expect(chat.row('As agreed then.')).toBeInViewport();

  const seen = await openChat(mira, 'Wiki');
  for (const page of [ada, mira]) await page.getByText('Pinned', { exact: true }).click();
  const pins = mira.getByRole('list', { name: 'Pinned' });
  await expect(pins.getByRole('listitem')).toHaveCount(1);
  await look(mira, 'pinned');
  // In a channel only its admins take it down.
  await expect(pins.getByRole('button', { name: 'Unpin' })).toHaveCount(0);
  await pins.getByRole('button', { name: /How we deploy/ }).click();
  await expect(seen.row('How we deploy')).toBeInViewport();

  await ada.getByRole('list', { name: 'Pinned' }).getByRole('button', { name: 'Unpin' }).click();
  await expect(pins.getByRole('listitem')).toHaveCount(0);
  await expect(seen.row('How we deploy')).not.toContainText('Pinned by');
});

test('who calls many is asked first', async ({ arrive }) => {
  const ada = await arrive('Ada Lindqvist');
  const mira = await arrive('Mira Okafor');
  const [hers, his] = [await Api.of(ada), await Api.of(mira)];
  const chatId = await privateChannel(hers, 'All hands');
  await letIn(hers, his, chatId);
  await hers.post(`/api/chats/${chatId}/members`, { userIds: await manyPeople(ada, 20) });
  const chat = await openChat(ada, 'All hands');
  await chat.send('@channel, the cake is here');
  const dialog = ada.getByRole('dialog', { name: 'Tell 21 people?' });
  await look(ada, 'calling-many');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(chat.composer).toHaveValue('@channel, the cake is here');
  await expect(chat.timeline.locator('ui-message-row')).toHaveCount(0);

  await chat.composer.press('Enter');
  await dialog.getByRole('button', { name: 'Send' }).click();
  await chat.mustHaveStored('the cake is here');
  await expect(mira.getByRole('link', { name: /All hands.*1 mention/ })).toBeVisible();
});
