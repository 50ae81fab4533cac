import { PeerNumbers } from './peer-numbers';

function aPeer() {
  const reports = new Map<string, object>();
  const numbers = new PeerNumbers({ getStats: () => Promise.resolve(reports as never) });
  return { reports, numbers };
}

describe('PeerNumbers', () => {
  it('tells what was lost since the last reading, of all that comes', async () => {
    const { reports, numbers } = aPeer();
    reports.set('a', { type: 'inbound-rtp', packetsReceived: 90, packetsLost: 10 });
    reports.set('v', { type: 'inbound-rtp', packetsReceived: 100, packetsLost: 0 });
    expect(await numbers.read()).toMatchObject({ lost: 10 / 200 });
    reports.set('a', { type: 'inbound-rtp', packetsReceived: 190, packetsLost: 10 });
    expect(await numbers.read()).toMatchObject({ lost: 0 });
    expect(await numbers.read()).toMatchObject({ lost: 0 });
  });

  it('knows the way there and back, and the worst that others miss', async () => {
    const { reports, numbers } = aPeer();
    expect(await numbers.read()).toMatchObject({ roundTripMs: null, lost: 0, lostByOthers: 0 });
    reports.set('p', { type: 'candidate-pair', nominated: true, currentRoundTripTime: 0.08 });
    reports.set('x', { type: 'candidate-pair', nominated: false, currentRoundTripTime: 9 });
    reports.set('r', { type: 'remote-inbound-rtp', fractionLost: 0.2 });
    reports.set('s', { type: 'remote-inbound-rtp', fractionLost: 0.1 });
    expect(await numbers.read()).toMatchObject({ roundTripMs: 80, lost: 0, lostByOthers: 0.2 });
  });

  it('tells of each track what came of it since the last reading', async () => {
    const { reports, numbers } = aPeer();
    const about = { type: 'inbound-rtp', trackIdentifier: 'camera', jitter: 0.012 };
    const said = { frameWidth: 640, frameHeight: 360, framesPerSecond: 30 };
    const first = { packetsReceived: 50, packetsLost: 0, bytesReceived: 9000, timestamp: 5000 };
    reports.set('v', { ...about, ...first });
    expect((await numbers.read()).tracks.get('camera')).toEqual({
      lost: 0,
      jitterMs: 12,
      kbitPerS: 0,
    });
    const second = { packetsReceived: 80, packetsLost: 10, bytesReceived: 259_000 };
    reports.set('v', { ...about, ...said, ...second, timestamp: 7000 });
    expect((await numbers.read()).tracks.get('camera')).toEqual({
      lost: 0.25,
      jitterMs: 12,
      kbitPerS: 1000,
      picture: { width: 640, height: 360, perS: 30 },
    });
  });
});
