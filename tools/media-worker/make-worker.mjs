// Sees to the media worker in the cache, as `npm start` does, and fails where there is none after.
import { mediaWorker } from '../setup/media-worker.mjs';

const task = mediaWorker();
const isThere = () => Promise.resolve();
const skipped = task.isDone()
  ? undefined
  : await task.make({ report: console.log, after: isThere });
if (skipped) {
  console.error(skipped.note);
  process.exitCode = 1;
}
