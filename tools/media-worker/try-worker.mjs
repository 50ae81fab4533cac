// Whether a worker of mediasoup runs here: `try-worker.mjs FILE` starts it, has it make a router,
// and stops it. Runs on the locked Node, after the dependencies.
import { createWorker, version } from 'mediasoup';

const worker = await createWorker({ workerBin: process.argv[2], logLevel: 'none' });
const router = await worker.createRouter({
  mediaCodecs: [{ kind: 'audio', mimeType: 'audio/opus', clockRate: 48_000, channels: 2 }],
});
router.close();
worker.close();
console.log(`mediasoup ${version}: the worker makes a router`);
