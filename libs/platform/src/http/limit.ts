import { SetMetadata } from '@nestjs/common';
import type { Bucket } from '../limits/rate-limiter.js';

/** A bucket of one route: on top of the buckets that all routes share. */
export interface RouteLimit extends Bucket {
  /** Whose bucket it is: the caller's address, or the signed-in person. */
  readonly per: 'address' | 'user';
}

/** Where the guard finds the `RouteLimit`s of a handler. */
export const LIMITS = Symbol('LIMITS');

/**
 * Gives an expensive or a sensitive route buckets of its own, each per address or per person:
 * `@Limit({ capacity: 10, refillPerSecond: 0.1, per: 'address' })`. Answers `rate_limited`.
 */
export const Limit = (...limits: readonly RouteLimit[]): MethodDecorator & ClassDecorator =>
  SetMetadata(LIMITS, limits);
