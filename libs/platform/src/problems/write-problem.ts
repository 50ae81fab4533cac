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
  if (problem.status === 401) response.set('WWW-Authenticate', challengeOf(problem));
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

function challengeOf({ code }: Problem): string {
  return code === 'token_expired' ? 'Bearer error="invalid_token"' : 'Bearer';
}
