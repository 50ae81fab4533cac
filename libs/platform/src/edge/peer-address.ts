import type { IncomingHttpHeaders } from 'node:http';

/** A request, as far as it tells where it is from. */
interface FromSomewhere {
  readonly headers: IncomingHttpHeaders;
  readonly socket: { readonly remoteAddress?: string | undefined };
}

/**
 * Where a request comes from, a handshake too: the peer, or, with `trustedProxies` in front, what
 * the outermost trusted one says in `X-Forwarded-For`. IPv4 in IPv6 is written as IPv4.
 */
export function peerAddressOf({ headers, socket }: FromSomewhere, trustedProxies: number): string {
  const peer = socket.remoteAddress ?? 'unknown';
  const forwarded = String(headers['x-forwarded-for'] ?? '').split(',');
  const hops = [...forwarded.map((hop) => hop.trim()).filter((hop) => hop !== ''), peer];
  const address = hops[Math.max(0, hops.length - 1 - trustedProxies)] ?? peer;
  return address.replace(/^::ffff:/, '');
}
