import { networkInterfaces, type NetworkInterfaceInfo } from 'node:os';
import type { MediaConfig } from './media-config.js';

export interface ListenInfo {
  readonly protocol: 'udp' | 'tcp';
  readonly ip: string;
  readonly announcedAddress?: string;
  readonly port?: number;
}

/** More addresses than that help no browser. */
const mostAddresses = 8;

/**
 * On which addresses the worker of this index listens, UDP before TCP. All addresses of the machine
 * become single ones, unless another is announced: a candidate has to be one.
 */
export function listenInfos(
  { address, announced, port }: Pick<MediaConfig, 'address' | 'announced' | 'port'>,
  index: number,
  interfaces = Object.values(networkInterfaces()).flatMap((each) => each ?? []),
): readonly ListenInfo[] {
  const own = announced === undefined ? singleAddresses(address, interfaces) : [address];
  return own.flatMap((ip) =>
    (['udp', 'tcp'] as const).map((protocol) => ({
      ...{ protocol, ip },
      ...(announced === undefined ? {} : { announcedAddress: announced }),
      ...(port === 0 ? {} : { port: port + index }),
    })),
  );
}

function singleAddresses(
  address: string,
  interfaces: readonly Pick<NetworkInterfaceInfo, 'address' | 'family' | 'internal'>[],
): readonly string[] {
  if (address !== '0.0.0.0' && address !== '::') return [address];
  return interfaces
    .filter(({ family }) => address === '::' || family === 'IPv4')
    .filter((each) => !/^fe80:/i.test(each.address))
    .sort((a, b) => Number(a.internal) - Number(b.internal))
    .map((each) => each.address)
    .slice(0, mostAddresses);
}
