import type { Request } from 'express';

/**
 * Where a request comes from: the peer, or what the configured number of trusted proxies say
 * (`trust proxy`). IPv4 in IPv6 is written as IPv4, so that a caller has one address.
 */
export function addressOf({ ip, socket }: Request): string {
  return (ip ?? socket.remoteAddress ?? 'unknown').replace(/^::ffff:/, '');
}

/**
 * Whether it is certain that nobody outside of this machine asks. A proxy that runs here as well is
 * on loopback itself: where it says that it forwards and is not trusted, the answer is no.
 */
export function isFromThisMachine(request: Request): boolean {
  const trustsProxies = Number(request.app.get('trust proxy') ?? 0) > 0;
  const isForwarded = 'x-forwarded-for' in request.headers || 'forwarded' in request.headers;
  return (trustsProxies || !isForwarded) && isLoopback(addressOf(request));
}

function isLoopback(address: string): boolean {
  return address === '::1' || address.startsWith('127.');
}
