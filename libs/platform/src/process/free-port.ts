import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';

/**
 * Between choosing a port and listening there it is nobody's. So not from the range that systems
 * give to outgoing connections (Linux: from 32768), where any of them may take it meanwhile. Each
 * process has a row by its number, and goes along it: two that choose at once do not meet.
 * Below are ports that browsers refuse (10080 is the last).
 */
const first = 12_000;
const rows = 256;
const rowLength = 80;

let next = randomInt(rowLength);

/** A port of loopback that nobody listens on now, and not one that was given a moment before. */
export async function freePort(): Promise<number> {
  const row = first + (process.pid % rows) * rowLength;
  for (let tries = 0; tries < rowLength; tries++) {
    const port = row + (next++ % rowLength);
    if (await isFree(port)) return port;
  }
  return listenOnce(0);
}

/** That many, each another. */
export function freePorts(count: number): Promise<number[]> {
  return Promise.all(Array.from({ length: count }, freePort));
}

/** The `wanted` port if it is free, else any; 0 wants any. */
export async function choosePort(wanted: number): Promise<number> {
  return wanted && (await isFree(wanted)) ? wanted : freePort();
}

/** Throws `EADDRINUSE` when somebody has it: they would be taken for ours. */
export function requirePort(port: number): Promise<number> {
  return listenOnce(port);
}

async function isFree(port: number): Promise<boolean> {
  try {
    return (await listenOnce(port)) === port;
  } catch (error) {
    // EADDRINUSE: somebody listens there, which is what the caller wants to know.
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') return false;
    throw error;
  }
}

async function listenOnce(port: number): Promise<number> {
  const server = createServer().listen(port, '127.0.0.1');
  await once(server, 'listening');
  const taken = (server.address() as AddressInfo).port;
  server.close();
  await once(server, 'close');
  return taken;
}
