import { problem } from '@app/contracts';
import type { RequestHandler } from 'express';
import { writeProblem } from '../problems/write-problem.js';

/** What a page of another origin may read of an answer beyond its body. */
const exposed =
  'X-Request-Id, RateLimit, RateLimit-Policy, Retry-After, ETag, Server-Timing, Location, ' +
  'Idempotent-Replayed, Deprecation, Sunset, Link, Tus-Resumable, Upload-Offset, Upload-Length, Upload-Expires, Upload-File-Id';

const preflight = {
  'Access-Control-Allow-Methods': 'GET, HEAD, POST, PUT, PATCH, DELETE',
  'Access-Control-Allow-Headers':
    'Authorization, Content-Type, If-Match, X-Request-Id, X-Parley-Client, ' +
    'Idempotency-Key, Tus-Resumable, Upload-Length, Upload-Metadata, Upload-Offset, Upload-Checksum',
  // Ten minutes: most browsers keep it no longer anyway.
  'Access-Control-Max-Age': '600',
};

/**
 * Lets pages of the configured origins call, with credentials. Any other origin gets no CORS header
 * at all, so its browser keeps the answer from it, and its preflight is refused. Requests without
 * `Origin`, and those of our own pages, are none of its business.
 */
export function cors(origins: readonly string[]): RequestHandler {
  const allowed = new Set(origins.map((origin) => origin.replace(/\/$/, '')));
  return (request, response, next) => {
    const { origin } = request.headers;
    const isAllowed = origin !== undefined && allowed.has(origin);
    response.vary('Origin');
    if (isAllowed) {
      response.set({
        'Access-Control-Allow-Origin': origin,
        'Access-Control-Allow-Credentials': 'true',
        'Access-Control-Expose-Headers': exposed,
      });
    }
    const isPreflight =
      request.method === 'OPTIONS' && 'access-control-request-method' in request.headers;
    if (!isPreflight) next();
    else if (isAllowed) response.set(preflight).status(204).end();
    else writeProblem(response, problem('forbidden'));
  };
}
