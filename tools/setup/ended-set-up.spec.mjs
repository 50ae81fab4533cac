import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './places.mjs';
import { withSetUpLock } from './set-up-lock.mjs';
import { until } from './until.mjs';

/** Does what cargo does: compilers beside each other, one of which has one of its own. */
const cargo = `#!/bin/sh
rustc() { sleep 60 & echo $! >> "$PIDS"; wait; }
rustc & rustc &
sh -c 'sleep 60 & echo $! >> "$PIDS"; wait'
`;

/** A set-up that builds the engine by that cargo, which never ends. */
const script = (cache) => `
  import { engine } from '${join(import.meta.dirname, 'engine.mjs')}';
  import { setUp } from '${join(import.meta.dirname, 'set-up.mjs')}';
  const cache = ${JSON.stringify(cache)};
  await setUp([engine({ forTests: true, cache })], { cache });
  console.log('went on');
`;

describe('a set-up that is told to end', () => {
  let folder;
  const cache = () => join(folder, 'cache');

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'parley-ended-'));
    mkdirSync(join(folder, 'bin'));
    for (const [name, text] of [
      ['cargo', cargo],
      ['cmake', '#!/bin/sh\n'],
    ]) {
      writeFileSync(join(folder, 'bin', name), text);
      chmodSync(join(folder, 'bin', name), 0o755);
    }
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  /** Ends when the compilers are at work. */
  async function working(command, args, options = {}) {
    const PIDS = join(folder, 'pids');
    const env = { ...process.env, PATH: `${join(folder, 'bin')}:${process.env.PATH}`, PIDS };
    const child = spawn(command, args, { ...options, env, stdio: ['ignore', 'pipe', 'inherit'] });
    let said = '';
    child.stdout.on('data', (chunk) => (said += chunk));
    const closed = once(child, 'close');
    const pids = await until(() => {
      const known = existsSync(PIDS) ? readFileSync(PIDS, 'utf8').trim().split('\n') : [];
      return known.length === 3 && known;
    });
    return { child, closed, pids, said: () => said };
  }

  async function mustBeGone(pids) {
    await until(() => pids.every((pid) => !isAlive(pid)));
    await withSetUpLock(cache(), async () => {});
  }

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'])(
    'leaves no process behind, and lets the next one in: %s',
    async (signal) => {
      const args = ['--input-type=module', '-e', script(cache())];
      const { child, closed, pids, said } = await working(process.execPath, args);
      child.kill(signal);
      expect(await closed).toEqual([130, null]);
      expect(said()).not.toMatch(/failed|went on/);
      await mustBeGone(pids);
    },
  );

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGKILL'])(
    'does so when it is npm that is told, or killed: %s',
    async (signal) => {
      writeFileSync(join(folder, 'set-up.mjs'), script(cache()));
      const scripts = { test: 'exec node set-up.mjs' };
      writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'x', scripts }));
      const { child, pids } = await working('npm', ['test'], { cwd: folder });
      child.kill(signal);
      await mustBeGone(pids);
    },
  );

  it('is what ours are started by', () => {
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    for (const name of ['start', 'test', 'check', 'cluster'])
      expect(scripts[name]).toMatch(/^exec node /);
  });
});

/** A process that has ended and that nobody has asked about is none any more. */
function isAlive(pid) {
  try {
    return !/^\d+ \(.*\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    // ENOENT: it has ended.
    return false;
  }
}
