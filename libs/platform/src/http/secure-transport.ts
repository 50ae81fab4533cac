import type { IncomingHttpHeaders } from 'node:http';
import { peerAddressOf } from '../edge/peer-address.js';

/** A request, as far as it tells which way it came. */
export interface Arrived {
  readonly headers: IncomingHttpHeaders;
  readonly socket: { readonly remoteAddress?: string | undefined };
}

/** What proxies say of the requests that they pass on. */
export const forwarding: readonly string[] = [
  'forwarded',
  'x-forwarded-for',
  'x-forwarded-proto',
  'x-forwarded-host',
];

/**
 * Whether nobody on the way could read along: the caller spoke TLS with the outermost trusted
 * proxy, or is on this machine. (We speak plain HTTP ourselves; TLS is for what stands in front.)
 */
export function isSecure(request: Arrived, trustedProxies: number): boolean {
  return cameByTls(request, trustedProxies) || isFromHere(request, trustedProxies);
}

/** Whether a trusted proxy says so, in `X-Forwarded-Proto`; nobody else is believed. */
export function cameByTls({ headers }: Arrived, trustedProxies: number): boolean {
  if (trustedProxies === 0) return false;
  const hops = String(headers['x-forwarded-proto'] ?? '').split(',');
  // Each proxy appends to the list, or replaces it: what stands before is the caller's own word.
  const said = hops[Math.max(0, hops.length - trustedProxies)] ?? '';
  return said.trim().toLowerCase() === 'https';
}

/**
 * Whether it is certain that nobody outside of this machine asks. A proxy that runs here as well is
 * on loopback itself: where it says that it forwards and not for whom, or is not trusted, the
 * answer is no.
 */
export function isFromHere(request: Arrived, trustedProxies: number): boolean {
  const { headers } = request;
  const isForwarded = forwarding.some((name) => name in headers);
  const isCallerKnown = trustedProxies > 0 && 'x-forwarded-for' in headers;
  return (!isForwarded || isCallerKnown) && isLoopback(peerAddressOf(request, trustedProxies));
}

function isLoopback(address: string): boolean {
  return address === '::1' || address.startsWith('127.');
}
