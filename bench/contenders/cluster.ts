import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Cluster } from '../../apps/cluster/src/cluster.js';
import { MongoProcess } from '../../libs/platform/src/testing/mongo-process.js';
import type { Contender } from './contender.js';
import { benchSettings } from './parley.js';

/**
 * Every service alone, one of each, with so many gateways. People reach the gateways past nginx;
 * the CPU of all processes counts, Redis and the database included (which stands last).
 */
export async function splitParley(gateways: number): Promise<Contender> {
  const folder = mkdtempSync(join(tmpdir(), 'parley-bench-'));
  const mongo = await MongoProcess.start();
  const cluster = await Cluster.start({
    folder,
    mongodbUri: mongo.uri('bench'),
    jwtSecret: benchSettings.JWT_SECRET,
    replicas: { auth: 1, users: 1, chat: 1, gateway: gateways },
    environment: { PATH: process.env['PATH'], ...benchSettings },
  });
  const name = `split, ${gateways} gateway${gateways === 1 ? '' : 's'}`;
  const pids = [...cluster.names.map((part) => cluster.part(part).pid!), mongo.pid];
  const close = async () => {
    await cluster.close();
    await mongo.close();
    rmSync(folder, { recursive: true, force: true });
  };
  const [url] = cluster.edgeUrls as [string, ...string[]];
  return { name, url, socketUrls: cluster.edgeUrls, pids, close };
}
