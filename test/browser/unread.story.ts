import { Api } from './api.js';
import { Conversation, createChannel } from './conversation.js';
import { letIn } from './invitation.js';
import { look } from './look.js';
import { expect, moving, test } from './stage.js';

test.use(moving);

test('a chat with 120 unread messages opens where reading stopped', async ({ arrive }) => {
  const ada = await arrive('Ada');
  await createChannel(ada, 'Long night');
  const chatId = new URL(ada.url()).pathname.split('/')[2]!;
  const bob = await arrive('Bob');
  const [hers, his] = [await Api.of(ada), await Api.of(bob)];
  await letIn(hers, his, chatId);
  await hers.post('/api/messages', { chatId, text: 'before he leaves' });
  // Whoever is new is shown a way there in the middle of the page, too.
  const row = bob.getByRole('navigation').getByRole('link', { name: /Long night/ });
  await row.click();
  const chat = new Conversation(bob);
  await expect(chat.row('before he leaves')).toBeVisible();
  await bob.getByRole('link', { name: /Notes to self/ }).click();
  await expect(chat.row('before he leaves')).toHaveCount(0);
  for (let n = 0; n < 120; n += 40) {
    const news = Array.from({ length: 40 }, (_, i) => `news ${n + i + 1}.`);
    await hers.say(chatId, news);
  }
  await expect(row.getByText('99+')).toBeVisible();
  const unread = async () => (await his.get<{ unread: number }>(`/api/chats/${chatId}`)).unread;
  await expect.poll(unread).toBe(120);

  const newest = bob.getByRole('button', { name: /^Jump to / });
  await test.step('as in a tab that was open', async () => {
    await row.click();
    await mustShowTheLine();
    await mustStandBesideTheWay();
    await look(bob, 'unread-line');
  });
  await test.step('as in a tab that is loaded anew at its address', async () => {
    // Not in the page that is left, which writes down where one was as soon as it stands still.
    const cleared = await bob.addInitScript(() => sessionStorage.clear());
    await bob.reload();
    await cleared.dispose();
    await mustShowTheLine();
  });

  await expect(newest).toHaveAccessibleName(/\d+/);
  await newest.click();
  await expect(chat.row('news 120.')).toBeInViewport();
  await expect(newest).toBeHidden();
  await expect.poll(unread).toBe(0);
  await expect(row.getByText('99+')).toBeHidden();

  async function mustShowTheLine(): Promise<void> {
    await expect(chat.timeline.getByText('New', { exact: true })).toBeInViewport();
    await expect(chat.row('news 120.')).toHaveCount(0);
    await expect(newest).toBeVisible();
    // What stands on the screen is read; what is below it is not.
    await expect.poll(unread).toBeLessThan(120);
    expect(await unread()).toBeGreaterThan(50);
  }

  /** Or its word would be covered where it is the last line on the screen. */
  async function mustStandBesideTheWay(): Promise<void> {
    for (const width of [390, 1440])
      for (const dir of ['ltr', 'rtl']) {
        await bob.setViewportSize({ width, height: 900 });
        await bob.evaluate((asked) => (document.dir = asked), dir);
        // What follows the size has its own time.
        await expect(async () => {
          const word = await theWord();
          const way = (await newest.boundingBox())!;
          const isBeside = word.right < way.x || word.left > way.x + way.width;
          expect([width, dir, isBeside]).toEqual([width, dir, true]);
        }).toPass({ timeout: 60_000 });
      }
    await bob.evaluate(() => (document.dir = 'ltr'));
  }

  /** Without the line, which goes from one side to the other. */
  function theWord(): Promise<{ left: number; right: number }> {
    return chat.timeline.getByText('New', { exact: true }).evaluate((line) => {
      const words = document.createRange();
      words.selectNodeContents(line);
      const { left, right } = words.getBoundingClientRect();
      return { left, right };
    });
  }
});
