import type { Page } from '@playwright/test';
import type { Api } from './api.js';
import { Conversation } from './conversation.js';
import { expect, fillRegistration } from './stage.js';

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

/** The same without a look at it: an invite of hers brings him into the chat. */
export async function letIn(hers: Api, his: Api, chatId: string): Promise<void> {
  const { code } = await hers.post<{ code: string }>(`/api/chats/${chatId}/invites`, {});
  await his.post(`/api/invites/${code}/accept`, {});
}
