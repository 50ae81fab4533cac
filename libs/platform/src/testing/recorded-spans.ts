import type { InMemorySpanExporter, ReadableSpan } from '@opentelemetry/sdk-trace';
import { traceBy } from '../telemetry/tracing.js';

/** What this process tells of its work while a test looks. One at a time. */
export class RecordedSpans {
  private constructor(private readonly exporter: InMemorySpanExporter) {}

  /** From now on work is traced, until `stop`. */
  static async start(): Promise<RecordedSpans> {
    const sdk = await import('@opentelemetry/sdk-trace');
    const exporter = new sdk.InMemorySpanExporter();
    const provider = new sdk.TracerProvider({
      spanProcessors: [new sdk.SimpleSpanProcessor({ exporter })],
    });
    traceBy(provider.getTracer('test'));
    return new RecordedSpans(exporter);
  }

  /** Those that have ended, in this order. */
  get all(): readonly ReadableSpan[] {
    return this.exporter.getFinishedSpans();
  }

  /** The last of this name. Throws when there is none. */
  named(name: string): ReadableSpan {
    const found = this.all.findLast((span) => span.name === name);
    if (!found) throw new Error(`No ${name} in ${this.all.map((span) => span.name).join(', ')}`);
    return found;
  }

  stop(): void {
    traceBy(undefined);
  }
}
