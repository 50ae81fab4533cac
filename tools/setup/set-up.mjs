import { Progress, seconds } from './progress.mjs';
import { cacheFolder } from './places.mjs';
import { withSetUpLock } from './set-up-lock.mjs';

/**
 * Makes what is not done yet: tasks `{name, isDone(), make({report, after}), needs?}`, each as soon
 * as those it `needs` (names) are done, so that slow ones run beside each other. Rejects with the
 * first failure, after the others have ended. One set-up at a time per cache.
 */
export async function setUp(tasks, { cache = cacheFolder(), out = process.stdout } = {}) {
  const startedAt = Date.now();
  if (tasks.every((task) => task.isDone())) return;
  const tell = (pid) => out.write(`Waiting for another set-up (process ${pid}) …\n`);
  // Asked again under the lock: the other set-up may have done it.
  await withSetUpLock(
    cache,
    () =>
      makeAll(
        tasks,
        new Progress(
          tasks.map(({ name }) => name),
          out,
        ),
      ),
    tell,
  );
  out.write(`Set up in ${seconds(Date.now() - startedAt)}.\n`);
}

async function makeAll(tasks, progress) {
  const ends = new Map();
  for (const task of tasks) ends.set(task.name, makeAfter(task, ends, progress));
  const results = await Promise.allSettled(ends.values());
  progress.close();
  const failed = results.find(({ status, reason }) => status === 'rejected' && !reason?.isFollowUp);
  if (failed) throw failed.reason;
}

/** Tasks come in an order in which each stands behind what it needs. */
async function makeAfter(task, ends, progress) {
  try {
    await Promise.all((task.needs ?? []).map((name) => ends.get(name)));
  } catch {
    // The failure is reported once, by its own task.
    progress.ended(task.name, 'skipped');
    throw Object.assign(new Error(`${task.name} was not reached`), { isFollowUp: true });
  }
  if (task.isDone()) {
    progress.ended(task.name, 'up to date');
    return;
  }
  progress.started(task.name);
  try {
    const report = (note) => progress.note(task.name, note);
    const after = (name) => ends.get(name) ?? Promise.resolve();
    const { state = 'done', note } = (await task.make({ report, after })) ?? {};
    progress.ended(task.name, state, note);
  } catch (error) {
    // Said at once, since the others may take minutes yet; the caller ends with it.
    progress.ended(task.name, 'failed', error.message);
    throw error;
  }
}
