import type { LinkNumbers } from './media-link';

interface Counts {
  readonly received: number;
  readonly lost: number;
}

/** What a peer connection measures, as differences between two readings. */
export class PeerNumbers {
  private last: Counts = { received: 0, lost: 0 };

  constructor(private readonly peer: Pick<RTCPeerConnection, 'getStats'>) {}

  /** Since the last reading. */
  async read(): Promise<LinkNumbers> {
    const reports: Stats[] = [];
    (await this.peer.getStats()).forEach((report: Stats) => reports.push(report));
    const inbound = reports.filter(({ type }) => type === 'inbound-rtp');
    const now = {
      received: sumOf(inbound, 'packetsReceived'),
      lost: sumOf(inbound, 'packetsLost'),
    };
    const received = Math.max(0, now.received - this.last.received);
    const lost = Math.max(0, now.lost - this.last.lost);
    this.last = now;
    const others = reports.filter(({ type }) => type === 'remote-inbound-rtp');
    return {
      roundTripMs: roundTripOf(reports),
      lost: received + lost > 0 ? lost / (received + lost) : 0,
      lostByOthers: Math.max(0, ...others.map(({ fractionLost = 0 }) => fractionLost)),
    };
  }
}

/** Of several ways the worst of each; of none, nothing is known. */
export const worseOf = (all: readonly LinkNumbers[]): LinkNumbers => ({
  roundTripMs: all.reduce<number | null>(
    (most, { roundTripMs }) => (roundTripMs === null ? most : Math.max(most ?? 0, roundTripMs)),
    null,
  ),
  lost: Math.max(0, ...all.map(({ lost }) => lost)),
  lostByOthers: Math.max(0, ...all.map(({ lostByOthers }) => lostByOthers)),
});

/** The fields that are read, of several of its kinds. */
interface Stats {
  readonly type: RTCStatsType;
  readonly packetsReceived?: number;
  readonly packetsLost?: number;
  readonly fractionLost?: number;
  readonly nominated?: boolean;
  readonly currentRoundTripTime?: number;
}

function roundTripOf(reports: readonly Stats[]): number | null {
  const pair = reports.find(({ type, nominated }) => type === 'candidate-pair' && nominated);
  return pair?.currentRoundTripTime === undefined ? null : pair.currentRoundTripTime * 1000;
}

const sumOf = (reports: readonly Stats[], field: 'packetsReceived' | 'packetsLost') =>
  reports.reduce((sum, report) => sum + (report[field] ?? 0), 0);
