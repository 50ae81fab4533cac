import type { INestApplication } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { CustomTransportStrategy } from '@nestjs/microservices';
import { Logger } from 'nestjs-pino';
import { RPC_SERVER } from '../adapters.js';
import type { Config } from '../config/config.js';
import { createEdgeApp, type AppModule } from '../http/edge-app.js';
import { listening } from '../http/listening.js';
import { stopOnSignals } from '../http/stop-on-signals.js';
import { jsonLog, logNestTo } from '../telemetry/json-logs.js';

/**
 * Starts an app that serves its ports to others (`ServeApiModule`), with HTTP for health checks and
 * metrics only. `close()` drains: not ready, the calls that were taken answered, then modules in
 * order; so does SIGTERM and SIGINT, which end the process.
 */
export async function startServiceApp(
  module: AppModule,
  config: Config,
): Promise<INestApplication> {
  const root = { module: ServiceRoot, imports: [logNestTo(jsonLog(config)), module] };
  const app = await NestFactory.create(root, { abortOnError: false, bufferLogs: true });
  app.useLogger(app.get(Logger));
  return serving(app, config);
}

/** As `startServiceApp`, with an edge, to which a gateway passes requests on (`PipeModule`). */
export async function startServiceEdgeApp(
  module: AppModule,
  config: Config,
): Promise<INestApplication> {
  return serving(await createEdgeApp(module, config), config);
}

async function serving(app: INestApplication, config: Config): Promise<INestApplication> {
  app.connectMicroservice({ strategy: app.get<CustomTransportStrategy>(RPC_SERVER) });
  stopOnSignals(app);
  await app.startAllMicroservices();
  return listening(app, config);
}

class ServiceRoot {}
