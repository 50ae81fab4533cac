import type { Request } from 'express';
import { isFromHere } from './secure-transport.js';

/**
 * Where a request comes from: the peer, or what the configured number of trusted proxies say
 * (`trust proxy`). IPv4 in IPv6 is written as IPv4, so that a caller has one address.
 */
export function addressOf({ ip, socket }: Request): string {
  return (ip ?? socket.remoteAddress ?? 'unknown').replace(/^::ffff:/, '');
}

/** `isFromHere`, with as many proxies as the app trusts. */
export function isFromThisMachine(request: Request): boolean {
  return isFromHere(request, Number(request.app.get('trust proxy') ?? 0));
}
