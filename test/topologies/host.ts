// `host.ts <shape>`: a process that runs deployments of a shape for whoever asks, by HTTP. The code
// of the product is read once for all files of tests then, and warm for all but the first.
import 'reflect-metadata';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { json } from 'node:stream/consumers';
import '../quiet-nest.js';
import type { Deployment, Start } from './deployment.js';
import { embedded } from './embedded.js';
import type { Hosted } from './hosted.js';
import { split } from './split.js';

const starts: Record<string, Start> = { embedded, split };
const start = starts[process.argv[2]!]!;
const running = new Map<string, Deployment>();
let count = 0;

async function open(environment: NodeJS.ProcessEnv): Promise<Hosted> {
  const deployment = await start(environment);
  const id = String(++count);
  running.set(id, deployment);
  const { url, edgeUrl, redisUrl } = deployment;
  return { id, url, edgeUrl, redisUrl };
}

async function close(id: string): Promise<void> {
  await running.get(id)!.close();
  running.delete(id);
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    if (request.method === 'POST') {
      response.end(JSON.stringify(await open((await json(request)) as NodeJS.ProcessEnv)));
    } else {
      await close(request.url!.slice(1));
      response.end();
    }
  } catch (error) {
    // Of a deployment that does not start, or does not stop: for the test to tell.
    response.writeHead(500).end(String((error as Error).stack));
  }
}

// Whoever started this ended, or is done with it.
process.once('disconnect', () => process.exit());
const server = createServer((request, response) => void answer(request, response));
server.listen(0, '127.0.0.1', () => process.send!(server.address()));
