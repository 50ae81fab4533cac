import type { Config } from '../config/config.js';

/**
 * Tells of this process' work to a collector (OTLP over HTTP), if the configuration names one. What
 * that takes is loaded only then. `service`: what this process is called there. Once per process,
 * before the app starts.
 */
export async function startTracing(
  { otlpUrl, traceShare }: Pick<Config, 'otlpUrl' | 'traceShare'>,
  service: string,
): Promise<void> {
  if (otlpUrl === undefined) return;
  const { traceByOtlp } = await import('./otlp-tracing.js');
  traceByOtlp({ url: otlpUrl, share: traceShare, service });
}
