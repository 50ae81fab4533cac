import { Api } from './api.js';
import { Line } from './line.js';
import { openLongChat } from './long-chat.js';
import { ScrollCourse } from './scroll-course.js';
import { expect, moving, test } from './stage.js';

test.use(moving);

const MESSAGES = 600;
/** More than is fetched one by one: what was loaded is let go, and fetched anew. */
const MISSED = 520;
/** Sent at once. */
const BATCH = 40;

test('who comes back after a long absence reads on where they were', async ({ arrive, stage }) => {
  const { ada, chat, chatId } = await openLongChat({ arrive, stage }, MESSAGES);
  const [hers, line] = [await Api.of(ada), await Line.of(ada)];
  await ada.goto(`/c/${chatId}/300`);
  await expect(chat.row('Message 300')).toBeInViewport();
  const course = await ScrollCourse.of(ada);
  await course.fling(-60, 20);

  const error = await course.errorOf(async () => {
    line.cut();
    line.drop();
    await expect(ada.locator('ui-banner')).toBeVisible();
    for (let n = 0; n < MISSED; n += BATCH) {
      const texts = Array.from({ length: BATCH }, (_, i) => `${n + i + 1}.`);
      await hers.say(chatId, texts);
    }
    const answer = ada.waitForResponse(/aroundSeq/);
    line.mend();
    await answer;
    await expect(chat.timeline.locator('[data-key]').first()).toBeVisible();
  });
  console.log(`moved by ${error.toFixed(2)} px`);
  expect(error).toBeLessThanOrEqual(1);
});

test('an address beyond a chat leads to its end, and says so', async ({ arrive, stage }) => {
  const { ada, chat, chatId } = await openLongChat({ arrive, stage }, MESSAGES);
  const words = ada.getByText('There is no such message in this chat.');
  const isAtEnd = () => expect(chat.row(`Message ${MESSAGES}`)).toBeInViewport();
  for (const seq of ['999999', '0', 'abc'])
    await test.step(`${seq}, as one comes from elsewhere`, async () => {
      await ada.goto(`/c/${chatId}/${seq}`);
      await isAtEnd();
      await expect(words).toBeVisible();
    });
  await test.step('there is nothing to say of one that is there', async () => {
    await ada.goto(`/c/${chatId}/300`);
    await expect(chat.row('Message 300')).toBeInViewport();
    await expect(words).toBeHidden();
  });
});
