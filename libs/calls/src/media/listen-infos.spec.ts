import { listenInfos } from './listen-infos.js';

describe('listenInfos', () => {
  const own = [
    { address: '127.0.0.1', family: 'IPv4', internal: true },
    { address: '::1', family: 'IPv6', internal: true },
    { address: '192.168.1.5', family: 'IPv4', internal: false },
    { address: 'fe80::1', family: 'IPv6', internal: false },
    { address: '2001:db8::5', family: 'IPv6', internal: false },
  ].map((each) => ({ ...each, netmask: '', mac: '', cidr: null, scopeid: 0 })) as Parameters<
    typeof listenInfos
  >[2];
  const listen = (
    address: string,
    options: { announced?: string; port?: number } = {},
    index = 0,
  ) => listenInfos({ address, announced: undefined, port: 0, ...options }, index, own);
  const addresses = (address: string) => [...new Set(listen(address).map(({ ip }) => ip))];

  it('is by UDP, and by TCP where that does not come through', () => {
    expect(listen('192.168.1.5')).toEqual([
      { protocol: 'udp', ip: '192.168.1.5' },
      { protocol: 'tcp', ip: '192.168.1.5' },
    ]);
  });

  it('is on a port of its own for each worker, where one is given', () => {
    expect(listen('127.0.0.1', { port: 44_000 }, 3)[0]).toMatchObject({ port: 44_003 });
  });

  it('is on single addresses, since a browser has to be told one', () => {
    expect(addresses('0.0.0.0')).toEqual(['192.168.1.5', '127.0.0.1']);
    expect(addresses('::')).toEqual(['192.168.1.5', '2001:db8::5', '127.0.0.1', '::1']);
  });

  it('is on all at once where another address is announced', () => {
    expect(listen('0.0.0.0', { announced: 'calls.example' })).toEqual(
      ['udp', 'tcp'].map((protocol) => ({
        ...{ protocol, ip: '0.0.0.0', announcedAddress: 'calls.example' },
      })),
    );
  });
});
