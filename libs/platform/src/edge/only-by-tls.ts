import { SetMetadata } from '@nestjs/common';

/** Where the guard, and the document of the routes, find that a route is `@OnlyByTls`. */
export const ONLY_BY_TLS = Symbol('ONLY_BY_TLS');

/**
 * For routes (or whole controllers) that passwords and tokens go through: in production they answer
 * `insecure_transport` to what came by plain HTTP, unless it is from this machine. Which proxies
 * may say that a request came by TLS is `PARLEY_TRUST_PROXY`.
 */
export const OnlyByTls = (): MethodDecorator & ClassDecorator => SetMetadata(ONLY_BY_TLS, true);
