import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { configFrom } from '@app/platform';
import { eventually } from '@app/platform/testing';
import { BoundedPrograms } from './bounded-programs.js';
import type { Bounds } from './confinement.js';

const MiB = 1024 ** 2;

/** For what hangs: a test has less. */
const longMs = 120_000;

// Real processes under the limits of the system, as they hold for whatever reads a file.
describe('BoundedPrograms', () => {
  let folder: string;
  let programs: BoundedPrograms;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'parley-bounded-'));
    programs = new BoundedPrograms(configFrom({ PATH: process.env['PATH'] }));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const run = (script: string, bounds: Partial<Bounds> = {}, signal?: AbortSignal) => {
    const all = { wallMs: longMs, memoryBytes: 3072 * MiB, fileBytes: MiB, ...bounds };
    const args = ['--eval', script];
    const program = { file: process.execPath, args, folder, bounds: all, maxSaid: 1000 };
    return programs.run(program, signal).then(String);
  };
  const unconfined = () => new BoundedPrograms(configFrom({ PATH: '/nowhere' }));
  const isAlive = (pid: number) => {
    try {
      return process.kill(pid, 0);
    } catch {
      // Nobody of that number: the answer.
      return false;
    }
  };

  it('gives what a program says that ends well', async () => {
    await expect(run('process.stdout.write("words")')).resolves.toBe('words');
  });

  it('tells one that fails from one that is told to stop', async () => {
    await expect(run('console.error("why"); process.exit(3)')).rejects.toMatchObject({
      why: 'exit',
      message: expect.stringContaining('3 why') as string,
    });
    const stop = AbortSignal.timeout(50);
    await expect(run('setInterval(() => 0, 1000)', {}, stop)).rejects.toMatchObject({
      why: 'stopped',
    });
  });

  it('kills one that takes too long, and what it has started', async () => {
    // It hears of nothing more, and takes no processor.
    const script = `
      const { spawn } = require('node:child_process');
      const child = spawn(process.execPath, ['--eval', 'setInterval(() => 0, 1000)']);
      const { renameSync, writeFileSync } = require('node:fs');
      writeFileSync('half', process.pid + ' ' + child.pid);
      renameSync('half', 'pids');
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);`;
    // Until its time is enough for it to have said so.
    for (let wallMs = 1500; !existsSync(join(folder, 'pids')); wallMs *= 2)
      await expect(run(script, { wallMs })).rejects.toMatchObject({ why: 'time' });
    const pids = readFileSync(join(folder, 'pids'), 'utf8').split(' ').map(Number);
    expect(pids).toHaveLength(2);
    await eventually(() => expect(pids.map(isAlive)).toEqual([false, false]));
  });

  it('lets none have more memory than its bounds', async () => {
    const script = (mib: number) =>
      `const all = []; for (let n = 0; n < ${mib}; n += 64) all.push(Buffer.alloc(64 * ${MiB}, 1));`;
    const few = { memoryBytes: 2048 * MiB };
    await expect(run(script(128), few)).resolves.toBe('');
    await expect(run(script(4096), few)).rejects.toMatchObject({ why: 'exit' });
  });

  it('lets none write or say more than its bounds', async () => {
    const write = `require('node:fs').writeFileSync('large', Buffer.alloc(2 * ${MiB}))`;
    await expect(run(write)).rejects.toMatchObject({ why: 'exit' });
    await expect(run('for (;;) console.log("words")')).rejects.toMatchObject({ why: 'talk' });
  });

  it('has it give way to the server, for a processor as for memory', async () => {
    const script = `
      const { getPriority } = require('node:os');
      const score = () => String(require('node:fs').readFileSync('/proc/self/oom_score_adj')).trim();
      const timer = setInterval(() => {
        if (score() !== '1000') return;
        clearInterval(timer);
        process.stdout.write(String(getPriority()));
      }, 5);`;
    expect(await run(script)).toBe('10');
  });

  it('tells it nothing of our environment', async () => {
    process.env['JWT_SECRET'] = 'a secret of ours';
    const said = await run('process.stdout.write(JSON.stringify(process.env))');
    expect(Object.keys(JSON.parse(said) as object).sort()).toEqual([
      ...['HOME', 'LANG', 'PATH', 'TMPDIR'],
    ]);
  });

  it('gives it no network where the system allows that, and says so where not', async () => {
    const server = createServer((socket) => socket.end()).listen(0, '127.0.0.1');
    await once(server, 'listening');
    try {
      const { port } = server.address() as AddressInfo;
      const script = `require('node:net').connect(${port}, '127.0.0.1')
        .on('connect', () => process.stdout.write('connected'))
        .on('error', ({ code }) => process.stdout.write(code));`;
      expect(await run(script)).toBe(programs.hasNetwork ? 'connected' : 'ENETUNREACH');
      programs = unconfined();
      expect([programs.hasNetwork, await run(script)]).toEqual([true, 'connected']);
    } finally {
      server.close();
    }
  });

  it('holds it to its time even where the system has no limits', async () => {
    programs = unconfined();
    await expect(run('process.stdout.write("words")')).resolves.toBe('words');
    await expect(run('for (;;);', { wallMs: 300 })).rejects.toMatchObject({ why: 'time' });
  });

  it('runs so many at once and not more', async () => {
    const one = new BoundedPrograms(configFrom({ PARLEY_PREVIEW_PROGRAMS: '1' }));
    const bounds = { wallMs: longMs, memoryBytes: 3072 * MiB, fileBytes: MiB };
    const script = `
      const fs = require('node:fs');
      fs.mkdirSync('busy');
      setTimeout(() => fs.rmdirSync('busy'), 30);`;
    const program = { file: process.execPath, args: ['--eval', script], folder, bounds };
    await expect(Promise.all([1, 2, 3].map(() => one.run(program)))).resolves.toHaveLength(3);
  });
});
