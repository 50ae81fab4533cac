import {
  createContextKey,
  isSpanContextValid,
  ROOT_CONTEXT,
  trace,
  type Context,
  type SpanContext,
} from '@opentelemetry/api';

/** A trace on its way to another process, as W3C Trace Context writes it. */
export interface TraceHeaders {
  readonly traceparent: string;
  readonly tracestate?: string;
}

/** Version, trace, parent, flags; a later version may have more, and we read what we know. */
const traceparentOf = /^(?!ff)([\da-f]{2})-([\da-f]{32})-([\da-f]{16})-([\da-f]{2})(-.*)?$/;

/** What others' systems say to themselves: printable, and passed on as it came. */
const isState = /^[\x20-\x7e]{1,512}$/;
const STATE = createContextKey('parley: tracestate');

/**
 * Where the sender of these headers was; outside of every trace without headers, and when they are
 * not valid. `headers`: anything that came from outside.
 */
export function contextOf(headers: unknown): Context {
  if (typeof headers !== 'object' || headers === null) return ROOT_CONTEXT;
  const { traceparent, tracestate } = headers as Partial<Record<keyof TraceHeaders, unknown>>;
  const found = typeof traceparent === 'string' ? spanContextOf(traceparent) : undefined;
  if (!found) return ROOT_CONTEXT;
  const there = trace.setSpanContext(ROOT_CONTEXT, found);
  const hasState = typeof tracestate === 'string' && isState.test(tracestate);
  return hasState ? there.setValue(STATE, tracestate) : there;
}

/** What goes on as `traceparent` and `tracestate`; undefined outside of every trace. */
export function headersOf(context: Context): TraceHeaders | undefined {
  const found = trace.getSpanContext(context);
  if (!found || !isSpanContextValid(found)) return undefined;
  const flags = found.traceFlags.toString(16).padStart(2, '0');
  const traceparent = `00-${found.traceId}-${found.spanId}-${flags}`;
  const tracestate = context.getValue(STATE) as string | undefined;
  return tracestate === undefined ? { traceparent } : { traceparent, tracestate };
}

function spanContextOf(traceparent: string): SpanContext | undefined {
  const [, version, traceId, spanId, flags, rest] = traceparentOf.exec(traceparent) ?? [];
  if (traceId === undefined || spanId === undefined) return undefined;
  if (version === '00' && rest !== undefined) return undefined;
  const found = { traceId, spanId, traceFlags: Number.parseInt(flags!, 16), isRemote: true };
  return isSpanContextValid(found) ? found : undefined;
}
