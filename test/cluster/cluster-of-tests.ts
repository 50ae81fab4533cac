import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MongoProcess } from '@app/platform/testing';
import { Cluster, type ClusterOptions } from '../../apps/cluster/src/cluster.js';
import { wideLimits } from '../processes/wide-limits.js';

const settings = {
  ...wideLimits,
  PARLEY_LOG_LEVEL: 'error',
  PARLEY_SOCKETS_PER_ADDRESS: '100000',
  // A busy machine lets a process stand still for seconds; what is killed is missed soon enough.
  PARLEY_RPC_TIMEOUT: '6000',
};

/** Built processes over a database of their own. `npm run build:server` comes first. */
export class ClusterOfTests {
  private constructor(
    readonly cluster: Cluster,
    readonly mongo: MongoProcess,
    private readonly folder: string,
  ) {}

  static async start(options: Partial<ClusterOptions> = {}): Promise<ClusterOfTests> {
    const folder = mkdtempSync(join(tmpdir(), 'parley-cluster-'));
    const mongo = await MongoProcess.start();
    const cluster = await Cluster.start({
      folder,
      mongodbUri: mongo.uri('cluster'),
      jwtSecret: wideLimits.JWT_SECRET,
      ...options,
      environment: { ...process.env, ...settings, ...options.environment },
    });
    return new ClusterOfTests(cluster, mongo, folder);
  }

  get url(): string {
    return this.cluster.url;
  }

  async close(): Promise<void> {
    await this.cluster.close();
    await this.mongo.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
