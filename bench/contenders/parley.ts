import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { MongoProcess } from '../../libs/platform/src/testing/mongo-process.js';
import type { Contender } from './contender.js';

const main = resolve(process.cwd(), 'dist/apps/server/src/main.js');

/** Limits that no load meets. */
export const benchSettings = {
  NODE_ENV: 'test',
  JWT_SECRET: 'only-for-benchmarks-only-for-benchmarks',
  PARLEY_BCRYPT_COST: '4',
  PARLEY_LOG_LEVEL: 'error',
  PARLEY_SOCKET_BURST: '100000',
  PARLEY_SOCKET_RATE: '100000',
  PARLEY_SOCKETS_PER_ADDRESS: '100000',
  PARLEY_HTTP_BURST: '1000000',
  PARLEY_HTTP_RATE: '1000000',
} as const;

/** The product as it is built, with its database: the CPU of both counts. */
export async function parley(): Promise<Contender> {
  const mongo = await MongoProcess.start();
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, [main], {
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      PORT: String(port),
      MONGODB_URI: mongo.uri('bench'),
      ...benchSettings,
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  await ready(url);
  const close = async () => {
    const gone = once(child, 'exit');
    child.kill('SIGTERM');
    await gone;
    await mongo.close();
  };
  return { name: 'Parley', url, pids: [child.pid!, mongo.pid], close };
}

async function ready(url: string): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    const response = await fetch(`${url}/health/ready`).catch(() => undefined);
    if (response?.ok) return;
    await sleep(100);
  }
  throw new Error('Parley did not start');
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}
