import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './places.mjs';
import { until } from './until.mjs';

/** `npm start`, without npm; what it makes first is made already when the tests run. */
class Start {
  said = '';
  child;
  closed;

  constructor(dataDir, ...flags) {
    const args = ['tools/setup/start.mjs', '--port', '0', '--data-dir', dataDir, ...flags];
    const { PATH, HOME, XDG_CACHE_HOME, NODE_COMPILE_CACHE } = process.env;
    const env = { PATH, HOME, XDG_CACHE_HOME, NODE_COMPILE_CACHE, PARLEY_BCRYPT_COST: '4' };
    this.child = spawn(process.execPath, args, { cwd: root, env });
    this.closed = once(this.child, 'close').then(([code]) => code);
    for (const stream of [this.child.stdout, this.child.stderr]) {
      stream.on('data', (chunk) => (this.said += chunk));
    }
  }

  /** Resolves with the address. */
  async ready() {
    return until(() => {
      if (this.child.exitCode !== null) throw new Error(`It ended and said: ${this.said}`);
      return /ready at (\S+)/.exec(this.said)?.[1];
    });
  }
}

/** The processes whose command line or environment names this folder. */
function processesOf(dataDir) {
  return readdirSync('/proc').filter((pid) => {
    if (!/^\d+$/.test(pid) || Number(pid) === process.pid) return false;
    try {
      const about = ['cmdline', 'environ'].map((file) => readFileSync(`/proc/${pid}/${file}`));
      return about.join('\0').includes(dataDir);
    } catch {
      // It has ended since it was listed.
      return false;
    }
  });
}

const isServer = (pid) => readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('apps/server');
const gone = (dataDir) => until(() => processesOf(dataDir).length === 0);

describe('npm start', () => {
  let dataDir;

  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'parley-start-'));
  });

  afterEach(async () => {
    await gone(dataDir);
    rmSync(dataDir, { recursive: true });
  });

  it('serves, refuses a second start on its data, and stops in order at Ctrl-C', async () => {
    const first = new Start(dataDir);
    const url = await first.ready();
    expect((await fetch(`${url}/health/ready`)).status).toBe(200);

    const second = new Start(dataDir);
    expect(await second.closed).toBe(1);
    expect(second.said).toMatch(/data directory .* is in use by process \d+/);

    first.child.kill('SIGINT');
    expect(await first.closed).toBe(0);
    expect(processesOf(dataDir)).toEqual([]);
  }, 120_000);

  it('starts again after a kill -9 of the server, whose engine was left running', async () => {
    const killed = new Start(dataDir);
    await killed.ready();
    process.kill(Number(processesOf(dataDir).find(isServer)), 'SIGKILL');
    expect(await killed.closed).toBe(1);
    // The engine; what else the server had ends by itself.
    await until(() => processesOf(dataDir).length === 1);

    const next = new Start(dataDir);
    expect((await fetch(`${await next.ready()}/health/ready`)).status).toBe(200);
    next.child.kill('SIGTERM');
    expect(await next.closed).toBe(0);
  }, 120_000);

  it('takes everything along when it is killed itself', async () => {
    const start = new Start(dataDir);
    await start.ready();
    start.child.kill('SIGKILL');
    await gone(dataDir);
  }, 120_000);

  it('says what is wrong with a setting, and leaves nothing running', async () => {
    const start = new Start(dataDir, '--host', '203.0.113.1');
    expect(await start.closed).toBe(1);
    expect(start.said).toContain('this machine does not have that address');
    await gone(dataDir);
  }, 120_000);

  it.each([
    [['--prot', '80'], "Unknown option '--prot'"],
    [['--port', 'http'], 'http is not a port'],
    [['5001'], 'Unexpected argument'],
  ])('refuses %j', async (flags, words) => {
    const start = new Start(dataDir, ...flags);
    expect(await start.closed).toBe(1);
    expect(start.said).toContain(words);
    expect(start.said).toContain('Usage: npm start');
  });
});
