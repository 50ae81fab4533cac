import { lookup, type LookupAddress, type LookupOptions } from 'node:dns';
import { BlockList, isIP, isIPv6 } from 'node:net';

/**
 * What is not in the internet: this machine, private networks, what routers do not pass on; and
 * what leads to an IPv4 address that is not looked at (compatible, NAT64, Teredo, 6to4).
 */
const inside = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const)
  inside.addSubnet(network, prefix, 'ipv4');
for (const [network, prefix] of [
  ['::', 96],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['2001::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
] as const)
  inside.addSubnet(network, prefix, 'ipv6');

/** Whether an IP address is one of the internet. IPv4 within IPv6 counts as what it is. */
export function isOutside(address: string): boolean {
  return !inside.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
}

/**
 * Whether somebody may have us call this address: by HTTPS and outside, or, where it `mayBeInside`,
 * any of the web. A name is looked at again when it is called.
 */
export function mayBeCalled(url: string, { mayBeInside = false } = {}): boolean {
  const { protocol, hostname, username, password } = new URL(url);
  const host = hostname.replace(/^\[|\]$/g, '');
  if (username !== '' || password !== '') return false;
  if (mayBeInside) return protocol === 'https:' || protocol === 'http:';
  if (protocol !== 'https:') return false;
  return isIP(host) === 0 ? host.includes('.') && !host.endsWith('.local') : isOutside(host);
}

type Found = (
  error: NodeJS.ErrnoException | null,
  address: string | LookupAddress[],
  family?: number,
) => void;

/** As `dns.lookup`, for `http.request`: a name that leads inside is not found. */
export function lookupOutside(hostname: string, options: LookupOptions, found: Found): void {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return found(error, []);
    const [first] = addresses;
    if (!first || !addresses.every(({ address }) => isOutside(address)))
      return found(Object.assign(new Error(`${hostname} is inside`), { code: 'EINSIDE' }), []);
    if (options.all) found(null, addresses);
    else found(null, first.address, first.family);
  });
}
