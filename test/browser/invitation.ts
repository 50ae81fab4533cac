import type { Page } from '@playwright/test';
import { Api } from './api.js';
import { Conversation, openChat, privateChannel } from './conversation.js';
import { expect, fillRegistration, type Arrive } from './stage.js';

/** The address of a new invite link of the open chat. */
export async function inviteLink(page: Page): Promise<string> {
  const link = page.getByLabel('Invite link');
  const make = page.getByRole('button', { name: 'Make a link' });
  if (!(await make.isVisible())) await page.getByRole('button', { name: 'Details' }).click();
  await make.click();
  await expect(link).toHaveValue(/\/invite\//);
  return link.inputValue();
}

/** On the page of an invite: makes an account, and joins. */
export async function joinAs(page: Page, name: string): Promise<Conversation> {
  await page.getByRole('link', { name: 'Create an account' }).click();
  await fillRegistration(page, name);
  await page.getByRole('button', { name: 'Join the chat' }).click();
  const conversation = new Conversation(page);
  // What is said before somebody is in is not for them.
  await expect(conversation.composer).toBeVisible();
  return conversation;
}

/** Two people in a private channel of Ada's, who have heard each other. */
export async function twoInAChannel(
  arrive: Arrive,
): Promise<{ ada: Page; bob: Page; hers: Conversation; his: Conversation }> {
  const [ada, bob] = [await arrive('Ada'), await arrive('Bob')];
  const ours = await Api.of(ada);
  const chatId = await privateChannel(ours, 'Phoenix');
  await letIn(ours, await Api.of(bob), chatId);
  const [hers, his] = [await openChat(ada, 'Phoenix'), await openChat(bob, 'Phoenix')];
  await hers.say('before');
  await expect(his.row('before')).toBeVisible();
  return { ada, bob, hers, his };
}

/** Without a look at any page: an invite of hers brings him into the chat. */
export async function letIn(hers: Api, his: Api, chatId: string): Promise<void> {
  const { code } = await hers.post<{ code: string }>(`/api/chats/${chatId}/invites`, {});
  await his.post(`/api/invites/${code}/accept`, {});
}
