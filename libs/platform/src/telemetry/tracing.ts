import { Problem } from '@app/contracts';
import {
  context,
  createContextKey,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace,
  type Attributes,
  type Context,
  type Link,
  type Span,
  type Tracer,
} from '@opentelemetry/api';
import { CallContexts } from './call-contexts.js';
import { contextOf, headersOf, type TraceHeaders } from './trace-headers.js';

/**
 * What is told of a piece of work. Names and attributes have few values each, and never a text, a
 * token, a query or an address: they leave the machine.
 */
export interface Work {
  readonly name: string;
  readonly attributes?: Attributes;
  /** Other traces that have to do with it. */
  readonly links?: readonly Trace[];
}

/** A place in a trace, kept to go on from there later. Outside of every trace it is one, too. */
export type Trace = Context;

/** The places that share a piece of work, beside the one it is part of. */
const SHARED_WITH = createContextKey('parley: shared with');

/** Undefined while nobody wants to know: then work is only run. */
let tracer: Tracer | undefined;
let keepsContexts = false;

/** From now on work is told to `by`; undefined: to nobody. See `startTracing`. */
export function traceBy(by: Tracer | undefined): void {
  tracer = by;
  if (by) keepContexts();
}

/** Whether anything is told to anybody. */
export function isTracing(): boolean {
  return tracer !== undefined;
}

/**
 * Runs work that somebody else asked for: part of the trace in `headers` (anything that came from
 * outside), else the beginning of one. Whoever calls ends the span.
 *
 * While nothing is traced there is no span, and a trace that came in is passed on as it is.
 */
export function received<T>(
  headers: unknown,
  kind: 'server' | 'consumer',
  work: Work,
  run: (span?: Span) => T,
): T {
  const from = contextOf(headers);
  if (!tracer) return inTrace(from, run);
  const span = tracer.startSpan(
    work.name,
    {
      kind: kind === 'server' ? SpanKind.SERVER : SpanKind.CONSUMER,
      attributes: work.attributes ?? {},
      links: (work.links ?? []).flatMap(linkTo),
    },
    from,
  );
  return context.with(trace.setSpan(from, span), () => run(span));
}

/** As `received`, for work that is over when its promise is. */
export function handled<T>(
  headers: unknown,
  kind: 'server' | 'consumer',
  work: Work,
  run: () => Promise<T> | T,
): Promise<T> {
  return received(headers, kind, work, (span) => (span ? until(span, run) : asPromise(run)));
}

/** Runs what we ask of another process, as a part of the trace we are in. */
export function called<T>(work: Work, run: () => Promise<T>): Promise<T> {
  if (!tracer) return run();
  const { name, attributes = {} } = work;
  const here = context.active();
  const span = tracer.startSpan(name, { kind: SpanKind.CLIENT, attributes }, here);
  return context.with(trace.setSpan(here, span), () => until(span, run));
}

/**
 * A call to another process that somebody else makes and tells us of. Undefined outside of a trace:
 * nobody asked for it.
 */
export function noticedCall(work: Work): Span | undefined {
  const here = context.active();
  if (!tracer || !trace.getSpanContext(here)) return undefined;
  const shared = (here.getValue(SHARED_WITH) as readonly Trace[] | undefined) ?? [];
  const { name, attributes = {} } = work;
  return tracer.startSpan(
    name,
    { kind: SpanKind.CLIENT, attributes, links: shared.flatMap(linkTo) },
    here,
  );
}

/** Ends a span; `error`: what the work failed with. A refusal that others caused is no failure. */
export function end(span: Span | undefined, error?: unknown): void {
  if (!span) return;
  if (error !== undefined) {
    // Only its code: the message of an error may have anything in it.
    const { code, status } = error instanceof Problem ? (error as Problem) : bug;
    span.setAttribute('error.type', code);
    if (status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
  }
  span.end();
}

const bug = { code: 'internal', status: 500 } as const;

/** What to send along, so that the receiver goes on with this trace; undefined outside of any. */
export function headersToSend(): TraceHeaders | undefined {
  return headersOf(context.active());
}

/** 32 hexadecimal digits; undefined outside of every trace. */
export function currentTraceId(): string | undefined {
  return trace.getSpanContext(context.active())?.traceId;
}

/** To go on from here later, by `inTrace`; undefined outside of every trace. */
export function currentTrace(): Trace | undefined {
  const here = context.active();
  return here === ROOT_CONTEXT ? undefined : here;
}

/**
 * Runs something as part of a trace that was kept, or outside of all: for what happens later, on
 * somebody else's time. `sharedWith`: other traces that it is done for, too.
 */
export function inTrace<T>(
  kept: Trace | undefined,
  run: () => T,
  sharedWith: readonly Trace[] = [],
): T {
  const there = kept ?? ROOT_CONTEXT;
  if (context.active() === there && sharedWith.length === 0) return run();
  keepContexts();
  const shared = sharedWith.length > 0 ? there.setValue(SHARED_WITH, sharedWith) : there;
  return context.with(shared, run);
}

async function asPromise<T>(run: () => Promise<T> | T): Promise<T> {
  return run();
}

async function until<T>(span: Span, run: () => Promise<T> | T): Promise<T> {
  try {
    const result = await run();
    end(span);
    return result;
  } catch (error) {
    // Whatever it failed with is the caller's; here it is only told.
    end(span, error);
    throw error;
  }
}

function linkTo(to: Trace): Link[] {
  const found = trace.getSpanContext(to);
  return found ? [{ context: found }] : [];
}

/** Not before the first trace: a server that never sees one has no use for it. */
function keepContexts(): void {
  if (keepsContexts) return;
  keepsContexts = true;
  context.setGlobalContextManager(new CallContexts());
}
