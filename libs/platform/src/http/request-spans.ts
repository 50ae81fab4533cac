import { SpanStatusCode } from '@opentelemetry/api';
import type { RequestHandler } from 'express';
import { received } from '../telemetry/tracing.js';
import { routeOf } from './request-route.js';

/** Files of the web app and what machines ask every few seconds are no part of a story. */
const isOfInterest = (path: string): boolean => path.startsWith('/api/');

/**
 * Before all that a request passes: it is part of the trace that its `traceparent` names, else,
 * where work is traced, the beginning of one. Never the URL, only the route: see `requestTrace`.
 */
export const requestSpans: RequestHandler = (request, response, next) => {
  if (!isOfInterest(request.path)) {
    next();
    return;
  }
  const { method } = request;
  const attributes = { 'http.request.method': method };
  received(request.headers, 'server', { name: method, attributes }, (span) => {
    if (span) {
      response.once('close', () => {
        const route = routeOf(request, response);
        const { statusCode, writableFinished } = response;
        span.updateName(`${method} ${route}`);
        span.setAttribute('http.route', route);
        if (!writableFinished) span.setAttribute('error.type', 'aborted');
        else span.setAttribute('http.response.status_code', statusCode);
        if (statusCode >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
        span.end();
      });
    }
    next();
  });
};
