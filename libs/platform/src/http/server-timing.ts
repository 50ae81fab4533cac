import type { Response } from 'express';

/** When a request reached its guards, and when it had passed them: ms of `performance.now()`. */
interface Marks {
  guardsAt?: number;
  handlerAt?: number;
}

const marksOf = (response: Response): Marks => response.locals as Marks;

/** For the first guard. */
export function markGuards(response: Response): void {
  marksOf(response).guardsAt = performance.now();
}

/** For the last guard, once it lets pass. */
export function markHandler(response: Response): void {
  marksOf(response).handlerAt = performance.now();
}

/**
 * The value of `Server-Timing`, in ms: `auth;dur=0.3, handle;dur=2.1, total;dur=2.7`. `auth`: the
 * limits and the token; `handle`: from there to the answer, with the parsing of the input; what is
 * left of the total is the way there, with the reading of the body. Only the total where no handler
 * was reached.
 */
export function serverTimingOf(response: Response, startedAt: number): string {
  const now = performance.now();
  const total = part('total', now - startedAt);
  const { guardsAt, handlerAt } = marksOf(response);
  if (guardsAt === undefined || handlerAt === undefined) return total;
  return [part('auth', handlerAt - guardsAt), part('handle', now - handlerAt), total].join(', ');
}

const part = (name: string, ms: number): string => `${name};dur=${ms.toFixed(1)}`;
