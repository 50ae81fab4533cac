import { openLongChat } from './long-chat.js';
import { inWords, ScrollCourse } from './scroll-course.js';
import { test } from './stage.js';

// `npm run bench -- scroll`: figures of `large-chat.story.ts` at full length, and no verdict.

const MESSAGES = 100_000;
const THROUGH = 10_000;
const SLOWER = 4;
const PREPENDS = 50;
const MINUTES = 5;
const MINUTE_MS = 60_000;

test.setTimeout(1_200_000);

test('frames', async ({ arrive, stage }) => {
  const { ada } = await openLongChat({ arrive, stage }, MESSAGES);
  const course = await ScrollCourse.of(ada);
  await course.slowDown(SLOWER);
  console.log(`×${SLOWER}, 60 px a frame: ${inWords(await course.fling(-60, 300))}`);
  const frames = await course.flingTo(MESSAGES - THROUGH, 250);
  console.log(`×${SLOWER}, through ${THROUGH} messages, 250 px a frame: ${inWords(frames)}`);
});

test('places', async ({ arrive, stage }) => {
  const { ada } = await openLongChat({ arrive, stage }, MESSAGES);
  const course = await ScrollCourse.of(ada);
  const most = await course.errorOfPrepends(PREPENDS);
  console.log(`${PREPENDS} pages in front: moved by ${most.toFixed(2)} px at most`);
  const { error, elements } = await course.glide(-60, 150);
  console.log(`gliding: beside its place by ${error.toFixed(2)} px, ${elements} elements, at most`);
});

test('memory', async ({ arrive, stage }) => {
  const { ada } = await openLongChat({ arrive, stage }, MESSAGES);
  const course = await ScrollCourse.of(ada);
  const start = Date.now();
  let [px, minute] = [-400, 0];
  while (minute <= MINUTES) {
    const { waits, count } = await course.fling(px, 150);
    // At one end of the log there is no way on: back to the other.
    if (waits === count) px = -px;
    if (Date.now() - start < minute * MINUTE_MS) continue;
    const { bytes, nodes } = await course.held();
    console.log(`after ${minute++} min: ${(bytes / 1e6).toFixed(1)} MB of heap, ${nodes} nodes`);
  }
});
