import { expect, type Locator, type Page } from '@playwright/test';
import type { Api } from './api.js';

/** The conversation that is open in a page, by what a person sees of it. */
export class Conversation {
  readonly composer: Locator;
  readonly timeline: Locator;

  constructor(private readonly page: Page) {
    this.composer = page.getByRole('textbox', { name: /^Message / });
    this.timeline = page.getByRole('log');
  }

  /** The row of the message with these words. */
  row(words: string | RegExp): Locator {
    return this.timeline.locator('ui-message-row').filter({ hasText: words });
  }

  async send(text: string): Promise<void> {
    await this.composer.fill(text);
    await this.composer.press('Enter');
  }

  /** Sends and waits until the server has stored it. */
  async say(text: string): Promise<void> {
    await this.send(text);
    await this.mustHaveStored(text);
  }

  /** Waits until a message of one's own has its place in the order. */
  async mustHaveStored(text: string): Promise<void> {
    await expect(
      this.row(text).getByRole('button', { name: /Stored|Delivered|Seen/ }),
    ).toBeVisible();
  }

  async edit(words: string, text: string): Promise<void> {
    const editor = this.page.getByRole('textbox', { name: 'Edit message' });
    await this.useTool(words, 'Edit', editor);
    await editor.fill(text);
    await editor.press('Enter');
  }

  async delete(words: string): Promise<void> {
    const item = this.page.getByRole('menuitem', { name: 'Delete…' });
    await this.useTool(words, 'More', item);
    await item.click();
    await this.page.getByRole('dialog').getByRole('button', { name: 'For everyone' }).click();
  }

  /**
   * Presses a tool of a message; what others write moves it on, and one points to it again, unless
   * what it `opens` is there: on a slow machine a press is given up after it was felt.
   */
  async useTool(words: string, name: string, opens: Locator): Promise<void> {
    const row = this.row(words);
    await expect(async () => {
      if (await opens.isVisible()) return;
      await row.hover({ timeout: 2_000 });
      await row.getByRole('button', { name, exact: true }).click({ timeout: 2_000 });
    }).toPass({ timeout: 60_000 });
  }
}

/** Stories that a worker runs one after the other share a workspace, where an address is unique. */
let channels = 0;
const newAddress = () => `channel-${++channels}-${process.pid}`;

/** Without a look at any page; resolves with its id. */
export async function privateChannel(api: Api, name: string): Promise<string> {
  const channel = { type: 'channel', name, slug: newAddress(), visibility: 'private' };
  return (await api.post<{ id: string }>('/api/chats', channel)).id;
}

/** Out of the list. */
export async function openChat(page: Page, name: string): Promise<Conversation> {
  await page.getByRole('link', { name: new RegExp(name) }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  return new Conversation(page);
}

/** Makes a private channel by the dialog, which opens it. */
export async function createChannel(page: Page, name: string): Promise<Conversation> {
  await page.getByRole('button', { name: 'New chat' }).first().click();
  await page.getByRole('dialog').getByText('Channel', { exact: true }).click();
  await page.getByLabel('Name of the channel').fill(name);
  await page.getByLabel('Address').fill(newAddress());
  await page.getByText('Only those who are invited find and join it.').click();
  await page.getByRole('button', { name: 'Create', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  return new Conversation(page);
}
