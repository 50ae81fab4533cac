import type { RouteDocs } from '../edge/route.js';

/**
 * Whether a request to a route may carry an `Idempotency-Key`: one that makes something, of who has
 * signed in, whose body is JSON, and which has no way of its own to be repeated.
 */
export function takesIdempotencyKey(
  method: string,
  { form, isRepeatedOtherwise }: Pick<RouteDocs, 'form' | 'isRepeatedOtherwise'>,
): boolean {
  return method.toUpperCase() === 'POST' && !form && isRepeatedOtherwise !== true;
}
