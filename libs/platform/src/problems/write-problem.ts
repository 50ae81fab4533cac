import type { Problem } from '@app/contracts';
import type { Response } from 'express';

/** Seconds after which it is worth to ask again when nobody knows better. */
const defaultRetryAfter = '1';

/** Writes a problem as `application/problem+json`, with the headers that its status asks for. */
export function writeProblem(response: Response, problem: Problem): void {
  // Half an answer is out: the only way left to say that it is not whole.
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const retryAfter = retryAfterOf(problem);
  if (retryAfter !== undefined) response.set('Retry-After', retryAfter);
  if ('allowed' in problem.params) response.set('Allow', problem.params.allowed.join(', '));
  const challenge = challengeOf(problem);
  if (challenge !== undefined) response.set('WWW-Authenticate', challenge);
  response
    .status(problem.status)
    .set('Cache-Control', 'no-store')
    .type('application/problem+json')
    .send(JSON.stringify(problem));
}

function retryAfterOf({ status, params }: Problem): string | undefined {
  if (status !== 429 && status !== 503) return undefined;
  if (!('retryAfterMs' in params)) return defaultRetryAfter;
  return String(Math.max(1, Math.ceil(params.retryAfterMs / 1000)));
}

/** As of RFC 6750. */
function challengeOf({ status, code, params }: Problem): string | undefined {
  if (code === 'insufficient_scope') {
    const scope = 'scope' in params && params.scope !== null ? `, scope="${params.scope}"` : '';
    return `Bearer error="insufficient_scope"${scope}`;
  }
  if (status !== 401) return undefined;
  return code === 'token_expired' ? 'Bearer error="invalid_token"' : 'Bearer';
}
