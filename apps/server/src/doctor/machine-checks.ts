import { existsSync, readdirSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { freeBytesIn, isProgram } from '@app/platform';
import { checkOf, failed, ok, warning, type Check } from './finding.js';

const gibibyte = 2 ** 30;

/** Free bytes below which nothing goes on for long. */
const leastBytes = gibibyte;

/** Whether there is room in a folder, and we may write there. `least`: bytes. */
export function diskCheck(folder: string, least = leastBytes): Check {
  const cure = `Let this user write to ${folder}, or choose another (PARLEY_DATA_DIR, PARLEY_FILES_DIR).`;
  return checkOf('disk', cure, async () => {
    await checkWritable(folder);
    const free = await freeBytesIn(existing(folder));
    const says = `${(free / gibibyte).toFixed(1)} GiB are free in ${folder}`;
    if (free >= least) return ok('disk', says);
    return failed('disk', says, 'Make room there, or move the data to a larger disk.');
  });
}

/** Leaves nothing behind, also of a folder that there was not. */
async function checkWritable(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, `.doctor-${process.pid}`);
  await writeFile(file, '');
  await rm(first ?? file, { recursive: true });
}

function existing(folder: string): string {
  return existsSync(folder) ? folder : existing(dirname(folder));
}

/** Whether group calls can be held here. */
export function mediaWorkerCheck(cacheDir: string, workerFile?: string): Check {
  const name = 'media worker';
  const cure = 'Run `npm start` once, which brings one, or name one by PARLEY_MEDIA_WORKER.';
  return checkOf(name, cure, () => {
    const kept = existsSync(cacheDir) ? readdirSync(cacheDir) : [];
    const found = kept
      .filter((folder) => folder.startsWith('mediasoup-worker-'))
      .map((folder) => join(cacheDir, folder, 'mediasoup-worker'));
    const worker = workerFile ?? found.find(isProgram);
    if (worker === undefined)
      return Promise.resolve(warning(name, 'There is none: calls have two people at most.', cure));
    if (isProgram(worker)) return Promise.resolve(ok(name, worker));
    return Promise.resolve(failed(name, `${worker} is not a program that can be started`, cure));
  });
}

/** Whether browsers can be pushed to. */
export function pushKeyCheck(vapidKey: string | undefined): Check {
  const cure =
    'Make one: node -p "crypto.randomBytes(32).toString(\'base64url\')", as PARLEY_VAPID_KEY.';
  return checkOf('push keys', cure, () => {
    if (vapidKey === undefined)
      return Promise.resolve(warning('push keys', 'There is none: nothing is pushed.', cure));
    const isKey = /^[\w-]{43}$/u.test(vapidKey);
    if (isKey) return Promise.resolve(ok('push keys', 'There is one.'));
    return Promise.resolve(failed('push keys', 'The key is not 32 bytes as base64url.', cure));
  });
}

/** Whether another clock says the same as ours; `theirs`: what it says. */
export function clockCheck(whose: string, theirs: () => Promise<Date>): Check {
  const cure = 'Let both machines set their clocks by NTP (chrony, systemd-timesyncd).';
  return checkOf('clock', cure, async () => {
    const asked = Date.now();
    const there = (await theirs()).getTime();
    const seconds = Math.round((there - (asked + Date.now()) / 2) / 1000);
    if (Math.abs(seconds) < 2) return ok('clock', `As that of the ${whose}.`);
    const says = `That of the ${whose} is ${Math.abs(seconds)} s ${seconds > 0 ? 'ahead' : 'behind'}`;
    return failed('clock', says, cure);
  });
}
