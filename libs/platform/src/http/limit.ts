import { SetMetadata } from '@nestjs/common';

/** A bucket of one route: on top of the buckets that all routes share. */
export interface RouteLimit {
  /** Whose bucket it is: the caller's address, or the signed-in person. */
  readonly per: 'address' | 'user';
  /** How large it is: the part of the bucket of all routes, size and refill, in (0, 1]. */
  readonly share: number;
}

/** Where the guard finds the `RouteLimit`s of a handler. */
export const LIMITS = Symbol('LIMITS');

/**
 * Gives an expensive or a sensitive route buckets of its own, each per address or per person:
 * `@Limit({ per: 'address', share: 1 / 40 })`. Answers `rate_limited`.
 */
export const Limit = (...limits: readonly RouteLimit[]): MethodDecorator & ClassDecorator =>
  SetMetadata(LIMITS, limits);
