import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Part } from './part.js';
import { freePort, nginxProgram, redisProgram } from './programs.js';

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
