import type { INestApplication } from '@nestjs/common';
import { configFrom, type Config } from '../config/config.js';
import { readEnvironment } from '../config/read-environment.js';
import type { SettingName } from '../config/settings.js';
import { startTracing } from '../telemetry/start-tracing.js';
import { ProcessEnd, startOrRefuse } from './process-end.js';

/** One app of several that share the work: what it cannot do without, and how it starts. */
export interface SplitApp {
  /** What it is called in traces. */
  readonly name: string;
  readonly needs: readonly SettingName[];
  readonly start: (config: Config) => Promise<INestApplication>;
}

/**
 * Runs an app as this process: reads the environment, starts, says so on standard output in a line
 * that scripts wait for (`Parley is ready: <address>`), and drains at SIGTERM. Refuses to start in
 * words, and names what is missing.
 */
export async function runApp({ name, needs, start }: SplitApp): Promise<void> {
  await startOrRefuse(async () => {
    const end = new ProcessEnd();
    const config = configFrom(readEnvironment(), needs);
    await startTracing(config, name);
    const app = await start(config);
    end.serving(await app.getUrl());
  });
}
