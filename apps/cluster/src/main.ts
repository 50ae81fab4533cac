import 'reflect-metadata';
import { join } from 'node:path';
import { configFrom, ProcessEnd, readEnvironment, startOrRefuse, withSecret } from '@app/platform';
import { EmbeddedMongo } from '@app/platform/embedded-mongo';
import { Cluster } from './cluster.js';
import { keepRunning } from './keep-running.js';

// `npm run cluster`: for development. What it shows is what `docker-compose.yml` runs.
await startOrRefuse(async () => {
  const end = new ProcessEnd();
  const config = withSecret(configFrom(readEnvironment()));
  const embedded = config.mongodbUri ? undefined : await EmbeddedMongo.start(config);
  const cluster = await Cluster.start({
    folder: join(config.dataDir, 'nginx'),
    mongodbUri: config.mongodbUri ?? embedded!.uri,
    jwtSecret: config.jwtSecret,
    port: config.port,
    // One for all: what one process pushes, another one has subscribed.
    environment: { ...readEnvironment(), PARLEY_VAPID_KEY: config.notifications.vapidKey },
  });
  const stopping = new AbortController();
  const stop = async (): Promise<void> => {
    stopping.abort();
    await cluster.close();
    await embedded?.close();
    process.exit(Number(process.exitCode ?? 0));
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());
  void end.whenFailed(embedded?.failed);
  for (const name of cluster.names) {
    const part = cluster.part(name);
    console.log(`${name.padEnd(10)} ${part.pid}`);
    void keepRunning(part, stopping.signal, (line) => console.error(line));
  }
  end.serving(cluster.url);
});
