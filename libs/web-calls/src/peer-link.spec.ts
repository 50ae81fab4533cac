import type { CallId, DeviceId, UserId } from '@app/contracts';
import type { Told } from '@app/web-realtime';
import { PeerLink } from './peer-link';
import { SignalLine } from './signal-line';
import { FakeLine } from './testing/fake-line';
import { FakePeer } from './testing/fake-peer';

const of = { callId: 'call-1' as CallId, deviceId: 'tab-1' as DeviceId };
const offer = { kind: 'event', name: 'offer', event: { ...of, sdp: 'another' } } as unknown as Told;
const aCandidate = (candidate: RTCIceCandidateInit) =>
  ({ kind: 'event', name: 'ice_candidate', event: { ...of, candidate } }) as unknown as Told;
const pass = (ms: number) => jest.advanceTimersByTimeAsync(ms);

function aLink(isPolite: boolean) {
  const peer = new FakePeer();
  const signals = new SignalLine(new FakeLine().connection, of);
  const stopRenewing = () => undefined;
  const end = { peer: peer.peer, otherId: 'eve' as UserId, isPolite, signals, stopRenewing };
  const link = new PeerLink(end, { changed: () => undefined, came: () => undefined });
  return { link, peer };
}

describe('PeerLink', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('looks for another way at once at one end, and a little later at the polite one', async () => {
    const [first, polite] = [aLink(false), aLink(true)];
    for (const { link } of [first, polite]) link.restart();
    expect([first.peer.restarts.length, polite.peer.restarts.length]).toEqual([1, 0]);
    await pass(500);
    expect(polite.peer.restarts).toHaveLength(1);
  });

  it('leaves it to the other end where that has begun', async () => {
    const { link, peer } = aLink(true);
    link.restart();
    await pass(400);
    link.hear(offer);
    await pass(1000);
    expect(peer.restarts).toEqual([]);
  });

  it('goes on listening after a candidate that is none', async () => {
    const { link, peer } = aLink(true);
    link.hear(aCandidate({ candidate: 'nowhere' }));
    link.hear(offer);
    await pass(0);
    expect(peer.described).toEqual(['another']);
  });

  it('does nothing any more once it is closed', async () => {
    const { link, peer } = aLink(true);
    link.restart();
    link.close();
    await pass(1000);
    expect(peer.restarts).toEqual([]);
  });
});
