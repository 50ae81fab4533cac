import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { platform, arch, release } from 'node:os';
import { join } from 'node:path';
import { buildWorker } from '../media-worker/build-worker.mjs';
import { libsrtpSource } from '../media-worker/libsrtp-source.mjs';
import { debianPackages, forMediaWorker, oneAtATime } from './debian-packages.mjs';
import { lockedNode, root } from './places.mjs';
import { run } from './run-command.mjs';

const version = '3.27.1';
const maker = 'https://github.com/versatica/mediasoup/releases/download';
const answerMs = 5000;
const downloadMs = 120_000;

/** The worker itself is the proof: one that makes no router here is none. */
const prove = (file) =>
  run(lockedNode(), [join(root, 'tools/media-worker/try-worker.mjs'), file], { cwd: root });

// `libs/calls/src/media/find-worker.ts` looks in the cache for these same paths.

/** mediasoup's own, as its npm package would fetch it. */
export const prebuiltWorker = {
  folder: `mediasoup-worker-${version}-prebuilt`,
  file: 'mediasoup-worker',
  version,
  prove,
  async make(draft, report) {
    report('asking for a built one');
    const archive = join(draft, 'worker.tgz');
    writeFileSync(archive, await download(`${maker}/${version}/${archiveName()}`));
    await run('tar', ['xzf', archive, '-C', draft, this.file]);
    rmSync(archive);
  },
};

/** The one that is built from the source in the npm package: a minute on two idle cores. */
export const builtWorker = {
  folder: `mediasoup-worker-${version}-built-2`,
  file: 'mediasoup-worker',
  version,
  prove,
  async make(draft, report) {
    const packages = debianPackages(forMediaWorker);
    if (!packages.isDone()) {
      const skipped = await packages.make({ report });
      if (skipped) throw new Error(`its build needs packages; ${skipped.note}`);
    }
    const folder = join(draft, 'build');
    mkdirSync(folder);
    report('fetching libsrtp');
    const srtp = await oneAtATime(() => libsrtpSource(folder));
    const source = join(root, 'node_modules/mediasoup');
    const out = join(folder, this.file);
    await buildWorker({ source, srtp, folder, out, report });
    copyFileSync(out, join(draft, this.file));
    rmSync(folder, { recursive: true });
  },
};

/** As mediasoup's releases name it. */
function archiveName() {
  const kernel = platform() === 'linux' ? `-kernel${release().split('.')[0]}` : '';
  return `mediasoup-worker-${version}-${platform()}-${arch()}${kernel}.tgz`;
}

async function download(url) {
  const patience = new AbortController();
  const noAnswer = setTimeout(() => patience.abort(new Error('no answer')), answerMs);
  const tooSlow = AbortSignal.timeout(downloadMs);
  try {
    const response = await fetch(url, { signal: AbortSignal.any([patience.signal, tooSlow]) });
    clearTimeout(noAnswer);
    if (!response.ok) throw new Error(`${url} answers ${response.status}`);
    return Buffer.from(await response.arrayBuffer());
  } finally {
    clearTimeout(noAnswer);
  }
}
