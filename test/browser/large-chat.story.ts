import { openLongChat } from './long-chat.js';
import { inWords, ScrollCourse, standStill } from './scroll-course.js';
import { expect, moving, test } from './stage.js';

test.use(moving);

const MESSAGES = 10_000;
const SLOWER = 4;
const PREPENDS = 50;
const NODES = 400;

test('a chat of many thousand messages is read like a short one', async ({ arrive, stage }) => {
  const { ada, chat } = await openLongChat({ arrive, stage }, MESSAGES);
  const course = await ScrollCourse.of(ada);

  await test.step('the window may change, the place stays', async () => {
    const details = ada.getByRole('button', { name: 'Details' });
    await course.fling(-60, 30);
    await course.cutThrough('The second node took its share');
    const moves = {
      'details closed': await course.errorOf(() => details.click()),
      'narrow window': await course.errorOf(() => ada.setViewportSize({ width: 800, height: 900 })),
      phone: await course.errorOf(() => ada.setViewportSize({ width: 390, height: 844 })),
      'wide window': await course.errorOf(() => ada.setViewportSize({ width: 1440, height: 900 })),
      'details open': await course.errorOf(() => details.click()),
    };
    console.log('moved by', moves);
    for (const [what, by] of Object.entries(moves)) expect(by, what).toBeLessThanOrEqual(1);
  });

  await test.step('what comes in front moves nothing', async () => {
    const most = await course.errorOfPrepends(PREPENDS);
    console.log(`${PREPENDS} pages in front: moved by ${most.toFixed(2)} px at most`);
    expect(most).toBeLessThanOrEqual(1);
  });

  await test.step('nor while one moves', async () => {
    const { error, elements } = await course.glide(-60, 150);
    console.log(`beside its place by ${error.toFixed(2)} px, ${elements} elements, at most`);
    expect(error).toBeLessThanOrEqual(1);
    expect(elements).toBeLessThanOrEqual(NODES);
    await course.slowDown(SLOWER);
    console.log(`×${SLOWER}, 60 px a frame: ${inWords(await course.fling(-60, 60))}`);
    await course.slowDown(1);
  });

  await test.step('who is faster than the pages waits for them, and loses no place', async () => {
    await course.slowDown(SLOWER);
    const page = ada.waitForRequest(/[?&]beforeSeq=/);
    expect(await course.lostPlaces(1500, 80)).toBe(0);
    await page;
    await course.slowDown(1);
  });

  await test.step('and the end is near', async () => {
    await ada.getByRole('button', { name: 'Jump to newest' }).click();
    await expect(chat.row(`Message ${MESSAGES}`)).toBeInViewport();
    await standStill(chat.timeline);
    await course.fling(-60, 20);
    await expect(chat.row(`Message ${MESSAGES}`)).not.toBeInViewport();
    await chat.say('Written from further up');
    await expect(chat.row('Written from further up')).toBeInViewport();
  });
});
