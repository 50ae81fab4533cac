import { problem, type Problem } from '@app/contracts';

const silences = new WeakSet<object>();

/** `service_unavailable` of a service from which nothing came back: made by the caller's end. */
export function noAnswer(service: string): Problem {
  const refusal = problem('service_unavailable', { service });
  silences.add(refusal);
  return refusal;
}

/**
 * Whether nobody answered. A service that refuses with `service_unavailable` itself, because it is
 * busy or because one that it needs is away, did answer.
 */
export function isNoAnswer(error: unknown): boolean {
  return typeof error === 'object' && error !== null && silences.has(error);
}
