import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually, freePort } from '@app/platform/testing';
import { keepRunning } from './keep-running.js';
import { Part } from './part.js';
import { nginxProgram, redisProgram } from './programs.js';

describe('Part', () => {
  let folder: string;

  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'parley-part-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it.each([
    ['nginx', (port: number) => nginxProgram(folder, port, [port])],
    ['redis', redisProgram],
  ])('leaves nothing of %s behind when it is killed, and starts again', async (_, program) => {
    const port = await freePort();
    const part = new Part(program(port));
    for (let times = 0; times < 2; times++) {
      await part.start();
      expect(part.pid).toBeGreaterThan(0);
      await part.kill();
      expect(part.pid).toBeUndefined();
      await mustBeFree(port);
    }
  });

  it('ends with whoever started it, however that ends', async () => {
    const port = await freePort();
    const program = redisProgram(port);
    // Somebody who starts it and is killed at once.
    const script = `require('child_process').spawn(${JSON.stringify(program.command)},
      ${JSON.stringify(program.args)}, { stdio: 'ignore' }); setInterval(() => {}, 1000)`;
    const launcher = new Part({ ...program, command: process.execPath, args: ['-e', script] });
    await launcher.start();
    await launcher.kill();
    await eventually(() => mustBeFree(port));
  });

  it('is kept running, and let go', async () => {
    const part = new Part(redisProgram(await freePort()));
    const stopping = new AbortController();
    const said: string[] = [];
    await part.start();
    const first = part.pid;
    const kept = keepRunning(part, stopping.signal, (line) => said.push(line));
    process.kill(first!, 'SIGKILL');
    await eventually(() => {
      expect(part.pid).toBeGreaterThan(0);
      expect(part.pid).not.toBe(first);
    });
    expect(said).toEqual(['redis has ended; starting it again']);
    stopping.abort();
    await part.stop();
    await kept;
    expect(part.pid).toBeUndefined();
  });

  it('says what it was that did not start', async () => {
    const check = () => Promise.reject(new Error('no'));
    const part = new Part({ name: 'ghost', command: 'no-such-program', args: [], check });
    await expect(part.start()).rejects.toThrow('ghost');
    await part.kill();
  });
});

/** Throws when anything still listens there. */
async function mustBeFree(port: number): Promise<void> {
  const server = createServer().listen(port, '127.0.0.1');
  await once(server, 'listening');
  server.close();
  await once(server, 'close');
}
