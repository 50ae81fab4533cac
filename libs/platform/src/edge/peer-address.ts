import type { IncomingMessage } from 'node:http';

/**
 * Where a handshake comes from: the peer, or, with `trustedProxies` in front, what the outermost
 * trusted one says in `X-Forwarded-For`. IPv4 in IPv6 is written as IPv4.
 */
export function peerAddressOf(
  { headers, socket }: IncomingMessage,
  trustedProxies: number,
): string {
  const peer = socket.remoteAddress ?? 'unknown';
  const forwarded = String(headers['x-forwarded-for'] ?? '').split(',');
  const hops = [...forwarded.map((hop) => hop.trim()).filter((hop) => hop !== ''), peer];
  const address = hops[Math.max(0, hops.length - 1 - trustedProxies)] ?? peer;
  return address.replace(/^::ffff:/, '');
}
