import type { Page } from '@playwright/test';
import { Api } from './api.js';
import { createChannel } from './conversation.js';
import { look } from './look.js';
import { expect, test } from './stage.js';

const field = (page: Page) => page.getByRole('searchbox', { name: /^Search messages/ });
const results = (page: Page) => page.locator('app-found-rows a');

/** A page asks once: until then the index has to know what was just said. */
async function mustBeIndexed(api: Api, word: string, count: number): Promise<void> {
  const found = async () =>
    (await api.get<{ items: object[] }>(`/api/search/messages?q=${word}`)).items.length;
  await expect.poll(found).toBe(count);
}

test('somebody finds what was said, by keys alone, and comes back', async ({ arrive }) => {
  const ada = await arrive('Ada Lindqvist');
  await createChannel(ada, 'Release crew');
  const chatId = new URL(ada.url()).pathname.split('/')[2]!;
  const api = await Api.of(ada);
  for (const text of [
    'The café opens at nine',
    'Shall we move the release to Thursday? The build is green since this morning.',
    'I have put the release notes at https://notes.example.org',
    'Thursday suits me',
    'Released at last: thank you all for a calm week',
  ])
    await api.post('/api/messages', { chatId, text });
  await mustBeIndexed(api, 'release', 3);

  await ada.keyboard.press('Control+k');
  await expect(ada.getByRole('dialog').getByRole('combobox')).toBeFocused();
  await ada.keyboard.type('release');
  await ada.keyboard.press('Shift+Enter');
  await expect(ada.getByRole('heading', { name: 'Search', exact: true })).toBeVisible();
  await expect(field(ada)).toHaveValue('release');
  await expect(results(ada)).toHaveCount(3);
  await expect(results(ada).first()).toContainText('Released at last');
  await expect(results(ada).first().locator('mark')).toHaveText('Released');
  await look(ada, 'search');

  await field(ada).focus();
  await ada.keyboard.press('End');
  await ada.keyboard.type(' has:link');
  await expect(results(ada)).toHaveCount(1);
  const token = ada.getByRole('button', { name: /^has:link.*Take this out$/ });
  await expect(token).toBeVisible();
  await look(ada, 'search-tokens');
  await token.focus();
  await ada.keyboard.press('Delete');
  await expect(field(ada)).toBeFocused();
  await expect(results(ada)).toHaveCount(3);
  await ada.keyboard.press('End');
  await ada.keyboard.type(' has:link');
  await expect(results(ada)).toHaveCount(1);
  await ada.getByRole('button', { name: 'Save this search' }).click();
  await field(ada).focus();
  await ada.keyboard.press('ArrowDown');
  await expect(results(ada)).toBeFocused();
  await ada.keyboard.press('Enter');
  await expect(ada).toHaveURL(new RegExp(`/c/${chatId}/\\d+$`));
  await expect(ada.getByText('I have put the release notes')).toBeVisible();
  await ada.goBack();
  await expect(field(ada)).toHaveValue('release has:link');
  await expect(results(ada)).toHaveCount(1);

  await field(ada).fill('cafe');
  await expect(results(ada).locator('mark')).toHaveText(['café']);
  await field(ada).fill('"no end');
  await expect(
    ada.getByText('At character 1: this quotation mark has no second one.'),
  ).toBeVisible();
  await look(ada, 'search-complaint');
  await field(ada).fill('nowhere-to-be-found');
  await expect(ada.getByRole('heading', { name: /^Nothing fits/ })).toBeVisible();
  await look(ada, 'search-nothing');
  await field(ada).fill('x'.repeat(300));
  const quoted = ada.getByRole('heading', { name: /x{300}/ });
  await expect(quoted).toBeVisible();
  const isInView = (heading: Element) => heading.getBoundingClientRect().right <= innerWidth;
  expect(await quoted.evaluate(isInView)).toBe(true);
  await field(ada).fill('');
  await expect(ada.getByRole('heading', { name: 'Saved searches' })).toBeVisible();
  await expect(ada.getByRole('heading', { name: 'Recent searches' })).toBeVisible();
  await look(ada, 'search-kept');
});

test('somebody looks in one chat, and finds nothing of others', async ({ arrive }) => {
  const ada = await arrive('Ada Lindqvist');
  const api = await Api.of(ada);
  for (const name of ['Design studio', 'Friday runners']) {
    await createChannel(ada, name);
    const chatId = new URL(ada.url()).pathname.split('/')[2]!;
    await api.post('/api/messages', { chatId, text: `A plan for ${name}` });
  }
  await mustBeIndexed(api, 'plan', 2);
  await ada.getByRole('link', { name: 'Search in this chat' }).click();
  await expect(ada.getByRole('button', { name: /Search everywhere/ })).toContainText(
    'Only in Friday runners',
  );
  await field(ada).fill('plan');
  await expect(results(ada)).toHaveCount(1);
  await expect(results(ada)).toContainText('Friday runners');
  await look(ada, 'search-one-chat');
  await ada.getByRole('button', { name: /Search everywhere/ }).click();
  await expect(results(ada)).toHaveCount(2);
});
