import { randomUUID } from 'node:crypto';
import { Logger } from '@nestjs/common';
import { diag, DiagLogLevel } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import {
  BatchSpanProcessor,
  ParentBasedSampler,
  TraceIdRatioBasedSampler,
  TracerProvider,
} from '@opentelemetry/sdk-trace';
import { appVersion } from '../http/app-version.js';
import { flushBy } from './flush-spans.js';
import { traceBy } from './tracing.js';

/** How long a process that stops waits for a collector that is away, in ms. */
const lastWordMs = 2000;

export interface OtlpOptions {
  readonly url: string;
  /** Of all traces, in [0, 1]. */
  readonly share: number;
  readonly service: string;
}

/** What needs OpenTelemetry's SDK is all in this file; loaded only by `startTracing`. */
export function traceByOtlp({ url, share, service }: OtlpOptions): void {
  logTroubleOfSdk();
  const exporter = new OTLPTraceExporter({ url });
  const provider = new TracerProvider({
    resource: resourceFromAttributes({
      'service.name': service,
      'service.namespace': 'parley',
      'service.version': appVersion(),
      'service.instance.id': randomUUID(),
    }),
    sampler: samplerFor(share),
    spanProcessors: [new BatchSpanProcessor({ exporter })],
  });
  traceBy(provider.getTracer('parley'));
  flushBy(() => provider.forceFlush({ timeoutMillis: lastWordMs }));
}

/**
 * By the id of the trace, so that all processes decide the same. A caller may ask us to leave its
 * trace out; asking to keep it changes nothing.
 */
function samplerFor(share: number): ParentBasedSampler {
  const ours = new TraceIdRatioBasedSampler(share);
  return new ParentBasedSampler({ root: ours, remoteParentSampled: ours });
}

/** A collector that is away is of interest to the operator, and to nobody else. */
function logTroubleOfSdk(): void {
  const logger = new Logger('Tracing');
  const quiet = (): void => undefined;
  const warn = (message: string): void => logger.warn(message);
  diag.setLogger(
    { error: warn, warn, info: quiet, debug: quiet, verbose: quiet },
    DiagLogLevel.WARN,
  );
}
