import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { json } from 'node:stream/consumers';

/** A span of a trace. */
export interface Place {
  readonly traceId: string;
  readonly spanId: string;
}

/** A piece of work, as a process told of it. */
export interface ToldSpan {
  readonly service: string;
  readonly name: string;
  readonly traceId: string;
  readonly spanId: string;
  /** Empty: the first of its trace. */
  readonly parentSpanId: string;
  readonly kind: 'internal' | 'server' | 'client' | 'producer' | 'consumer';
  readonly attributes: Readonly<Record<string, unknown>>;
  /** What it has to do with beside its own trace. */
  readonly links: readonly Place[];
}

interface OtlpValue {
  readonly stringValue?: string;
  readonly intValue?: number | string;
}
interface OtlpAttribute {
  readonly key: string;
  readonly value: OtlpValue;
}
interface OtlpSpan extends Pick<ToldSpan, 'name' | 'traceId' | 'spanId'> {
  readonly parentSpanId?: string;
  readonly kind: number;
  readonly attributes?: readonly OtlpAttribute[];
  readonly links?: readonly Place[];
}
interface OtlpBody {
  readonly resourceSpans: readonly {
    readonly resource: { readonly attributes: readonly OtlpAttribute[] };
    readonly scopeSpans: readonly { readonly spans: readonly OtlpSpan[] }[];
  }[];
}

const kinds = ['internal', 'internal', 'server', 'client', 'producer', 'consumer'] as const;

/** What a Jaeger or a Tempo would be: takes OTLP over HTTP as JSON, and keeps everything. */
export class TraceCollector {
  readonly spans: ToldSpan[] = [];
  /** Everything that left the processes, as it came. */
  readonly bodies: string[] = [];
  readonly #server: Server;

  private constructor() {
    this.#server = createServer((request, response) => void this.#take(request, response));
  }

  static async start(): Promise<TraceCollector> {
    const collector = new TraceCollector();
    collector.#server.listen(0, '127.0.0.1');
    await once(collector.#server, 'listening');
    return collector;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/v1/traces`;
  }

  /**
   * What is known of a trace so far, in the order in which it was told: its own spans, and those of
   * work that was done for several traces at once, each under what it was done for.
   */
  of(traceId: string): ToldSpan[] {
    return this.spans.flatMap((span) => {
      if (span.traceId === traceId) return [span];
      const link = span.links.find((place) => place.traceId === traceId);
      return link ? [{ ...span, parentSpanId: link.spanId }] : [];
    });
  }

  async close(): Promise<void> {
    this.#server.close();
    this.#server.closeAllConnections();
    await once(this.#server, 'close');
  }

  async #take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = (await json(request)) as OtlpBody;
    this.bodies.push(JSON.stringify(body));
    for (const { resource, scopeSpans } of body.resourceSpans) {
      const service = String(plain(resource.attributes)['service.name']);
      for (const span of scopeSpans.flatMap(({ spans }) => spans)) {
        this.spans.push(toldBy(service, span));
      }
    }
    response.setHeader('content-type', 'application/json').end('{}');
  }
}

function toldBy(service: string, span: OtlpSpan): ToldSpan {
  const { name, traceId, spanId, parentSpanId, kind, attributes = [], links = [] } = span;
  return {
    service,
    name,
    traceId,
    spanId,
    parentSpanId: parentSpanId ?? '',
    kind: kinds[kind] ?? 'internal',
    attributes: plain(attributes),
    links: links.map((link) => ({ traceId: link.traceId, spanId: link.spanId })),
  };
}

function plain(attributes: readonly OtlpAttribute[]): Record<string, unknown> {
  return Object.fromEntries(
    attributes.map(({ key, value }) => [key, value.stringValue ?? Number(value.intValue)]),
  );
}
