import type { DynamicModule, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Logger } from 'nestjs-pino';
import type { DestinationStream, Logger as Log } from 'pino';
import { IdGenerator } from '../clock/id-generator.js';
import type { Config } from '../config/config.js';
import { serveDocuments } from '../documents/serve-documents.js';
import { EdgeSocketAdapter } from '../edge/edge-socket-adapter.js';
import { Readiness } from '../health/readiness.js';
import { jsonLog, logNestTo } from '../telemetry/json-logs.js';
import { Metrics } from '../telemetry/metrics.js';
import { cors } from './cors.js';
import { EdgeModule } from './edge.module.js';
import { readJsonBodies } from './json-body.js';
import { requestSpans } from './request-spans.js';
import { requestTrace } from './request-trace.js';
import { securityHeaders } from './security-headers.js';
import { webApp } from './web-app.js';

export type AppModule = Type | DynamicModule;

/** Ms that a connection without a request is kept: longer than proxies do, so that they end it. */
const keepAliveMs = 65_000;

/** Ms that a request may take to come in: a large file by a slow line. */
const requestMs = 3_600_000;

/** An app with all that a REST edge has, before it listens. Logs to standard output by default. */
export async function createEdgeApp(
  module: AppModule,
  config: Config,
  logsTo?: DestinationStream,
): Promise<NestExpressApplication> {
  const log = jsonLog(config, logsTo);
  const root = edgeRoot(module, logNestTo(log));
  const app = await NestFactory.create<NestExpressApplication>(root, {
    abortOnError: false,
    bufferLogs: true,
    bodyParser: false,
  });
  app.useLogger(app.get(Logger));
  app.useWebSocketAdapter(new EdgeSocketAdapter(app));
  app.set('trust proxy', config.trustProxy);
  app.disable('x-powered-by');
  // Answers are not to be stored, so nobody could ask whether they changed.
  app.disable('etag');
  Object.assign(app.getHttpServer(), { keepAliveTimeout: keepAliveMs, requestTimeout: requestMs });
  useInOrder(app, config, log);
  warnOfPlainHttp(config, log);
  return app;
}

/** Most likely a proxy is in front that nobody has told us of: sign-ins through it are refused. */
function warnOfPlainHttp({ isProduction, trustProxy }: Config, log: Log): void {
  if (!isProduction || trustProxy > 0) return;
  log.warn(
    'In production people sign in by HTTPS only, and no proxy is trusted to bring it: set ' +
      'PARLEY_TRUST_PROXY to the number of proxies in front. Until then only this machine can.',
  );
}

/** The order in which a request passes; a step that answers ends it. */
function useInOrder(app: NestExpressApplication, config: Config, log: Log): void {
  const [readiness, ids] = [app.get(Readiness), app.get(IdGenerator)];
  app.use(requestSpans);
  app.use(
    requestTrace({
      log,
      metrics: app.get(Metrics),
      nextId: () => ids.next(),
      isDraining: () => readiness.isDraining,
    }),
  );
  app.use(securityHeaders(config));
  app.use(cors(config.clientOrigins));
  app.use(webApp(config.webDir, config.cdnUrl));
  serveDocuments(app);
  readJsonBodies(app);
}

/** The app's own modules, and what every app with an edge has. */
export function edgeRoot(module: AppModule, ...more: readonly DynamicModule[]): DynamicModule {
  return { module: EdgeRoot, imports: [...more, module, EdgeModule] };
}

class EdgeRoot {}
