// Node strips the types itself: jest does not map the modules of a global set-up.
import { MongoProcess } from '../libs/platform/src/testing/mongo-process.ts';
import bundleServerPackages from '../tools/packages/server-packages.mjs';

/** One engine for the whole run; each test file has databases of its own in it. */
export default async function startMongo() {
  await bundleServerPackages();
  globalThis.testMongo = await MongoProcess.start();
  process.env.TEST_MONGODB_URI = `mongodb://127.0.0.1:${globalThis.testMongo.port}`;
}
