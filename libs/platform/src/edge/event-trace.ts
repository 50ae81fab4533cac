import type { TraceHeaders } from '../telemetry/trace-headers.js';

/**
 * Takes `traceparent` and `tracestate` off the payload of an event: what HTTP has headers for.
 * Handlers never see them. Undefined where there are none; anything but text stays, and is refused
 * by the schema.
 */
export function takeTrace(payload: unknown): TraceHeaders | undefined {
  if (typeof payload !== 'object' || payload === null) return undefined;
  const fields = payload as Record<string, unknown>;
  const { traceparent, tracestate } = fields;
  if (typeof traceparent !== 'string') return undefined;
  delete fields['traceparent'];
  if (typeof tracestate !== 'string') return { traceparent };
  delete fields['tracestate'];
  return { traceparent, tracestate };
}

/** The same of a handshake: from its headers, or, as browsers cannot set any, beside the token. */
export function traceOfHandshake(handshake: {
  readonly headers: object;
  readonly auth: object;
}): object {
  return 'traceparent' in handshake.auth ? handshake.auth : handshake.headers;
}
