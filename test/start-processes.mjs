// Node strips the types itself: jest does not map the modules of a global set-up.
import { MongoProcess } from '../libs/platform/src/testing/mongo-process.ts';
import bundleServerPackages from '../tools/packages/server-packages.mjs';
import { Hosts } from './topologies/hosts.mjs';

/** One engine for the whole run, in which each test file has databases of its own; and the hosts. */
export default async function startProcesses() {
  await bundleServerPackages();
  globalThis.testMongo = await MongoProcess.start();
  process.env.TEST_MONGODB_URI = `mongodb://127.0.0.1:${globalThis.testMongo.port}`;
  globalThis.testHosts = new Hosts();
  process.env.TEST_HOSTS_URL = await globalThis.testHosts.serve();
}
