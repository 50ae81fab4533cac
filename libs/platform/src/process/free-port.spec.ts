import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { choosePort, freePort, freePorts, requirePort } from './free-port.js';

describe('a free port', () => {
  const listeners: ReturnType<typeof createServer>[] = [];

  afterEach(() => {
    for (const listener of listeners.splice(0)) listener.close();
  });

  async function listen(port: number): Promise<number> {
    const listener = createServer().listen(port, '127.0.0.1');
    listeners.push(listener);
    await once(listener, 'listening');
    return port;
  }

  it('is none that an outgoing connection may get before we listen', async () => {
    const range = readFileSync('/proc/sys/net/ipv4/ip_local_port_range', 'utf8');
    const lowest = Number(range.split(/\s+/)[0]);
    for (const port of await freePorts(100)) expect(port).toBeLessThan(lowest);
  });

  it('is given once, not to everyone who asks at the same time', async () => {
    const ports = await freePorts(50);
    expect(new Set(ports).size).toBe(50);
  });

  it('is not one where somebody listens', async () => {
    const [taken, next] = await freePorts(2);
    await listen(next! + 1);
    expect(await freePorts(3)).not.toContain(next! + 1);
    expect(await choosePort(await listen(taken!))).not.toBe(taken);
    await expect(requirePort(taken!)).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });

  it('is the one that was wanted when nobody has it', async () => {
    const port = await freePort();
    expect(await choosePort(port)).toBe(port);
    expect(await requirePort(port)).toBe(port);
    expect(await choosePort(0)).toBeGreaterThan(0);
  });
});
