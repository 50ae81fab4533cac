import type { Actor } from '@app/contracts';
import type { Request, RequestHandler, Response } from 'express';
import type { Logger } from 'pino';
import type { Metrics } from '../telemetry/metrics.js';
import { currentTraceId } from '../telemetry/tracing.js';
import { beforeHeaders } from './before-headers.js';
import { routeOf } from './request-route.js';
import { serverTimingOf } from './server-timing.js';

/** What a trace needs of the process. */
export interface TraceTools {
  readonly log: Logger;
  readonly metrics: Metrics;
  readonly nextId: () => string;
  readonly isDraining: () => boolean;
}

/** Ids that may be in a header and in a log line as they are. */
const acceptable = /^[\w.:-]{1,128}$/;

/** Asked every few seconds by machines: news only to those who look for them. */
const quiet = /^\/(?:health|metrics)(?:\/|$)/;

/**
 * First in the line, so that it sees every request: gives it its `X-Request-Id` (the caller's own
 * where it has one), answers with `Server-Timing`, and writes one log line and one measurement when
 * it is over. Never the URL, only the route: a query may be what somebody searches for, and a path
 * may carry an invite code.
 */
export function requestTrace({ log, metrics, nextId, isDraining }: TraceTools): RequestHandler {
  const duration = metrics.histogram({
    name: 'parley_http_request_duration_seconds',
    help: 'Time from the first byte of a request to the last of its answer.',
    labels: ['method', 'route', 'status'],
  });
  return (request, response, next) => {
    const startedAt = performance.now();
    const traceId = currentTraceId();
    const offered = request.get('x-request-id') ?? '';
    const requestId = acceptable.test(offered) ? offered : nextId();
    request.id = requestId;
    request.log = log.child({ requestId });
    response.set('X-Request-Id', requestId);
    beforeHeaders(response, () => {
      response.setHeader('Server-Timing', serverTimingOf(response, startedAt));
      // A connection that is kept alive would keep the process alive.
      if (isDraining()) response.setHeader('Connection', 'close');
    });
    response.once('close', () => {
      const ms = performance.now() - startedAt;
      const line = lineOf(request, response);
      duration.observe({ method: line.method, route: line.route, status: line.status }, ms / 1000);
      const level = quiet.test(line.route) ? 'debug' : 'info';
      // An answer that had begun before the drain has said that its connection is kept.
      if (isDraining()) request.socket.destroySoon();
      request.log[level]({ traceId, ...line, ms: Math.round(ms * 10) / 10 }, 'request');
    });
    next();
  };
}

interface Line {
  readonly method: string;
  /** See `routeOf`. */
  readonly route: string;
  /** `aborted`: the client left before the end. */
  readonly status: number | 'aborted';
  readonly userId?: string | undefined;
}

function lineOf(request: Request & { actor?: Actor }, response: Response): Line {
  return {
    method: request.method,
    route: routeOf(request, response),
    status: response.writableFinished ? response.statusCode : 'aborted',
    userId: request.actor?.userId,
  };
}
