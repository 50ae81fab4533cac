import { Part } from '../../apps/cluster/src/part.js';
import { appProgram } from '../../apps/cluster/src/programs.js';
import { freePort } from '../../libs/platform/src/process/free-port.js';
import { MongoProcess } from '../../libs/platform/src/testing/mongo-process.js';
import type { Contender } from './contender.js';

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
export async function parley(settings: NodeJS.ProcessEnv = {}): Promise<Contender> {
  const mongo = await MongoProcess.start();
  const port = await freePort();
  const environment = {
    PATH: process.env['PATH'],
    HOME: process.env['HOME'],
    MONGODB_URI: mongo.uri('bench'),
    ...benchSettings,
    ...settings,
  };
  const part = new Part(appProgram('server', { number: 1, port, environment }));
  await part.start();
  const close = async () => {
    await part.stop();
    await mongo.close();
  };
  return { name: 'Parley', url: `http://127.0.0.1:${port}`, pids: [part.pid!, mongo.pid], close };
}
