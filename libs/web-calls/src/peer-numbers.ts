import type { LinkNumbers, TrackNumbers } from './media-link';

/** Of one stream that comes, since it began. */
interface Counts {
  readonly received: number;
  readonly lost: number;
  readonly bytes: number;
  /** Ms. */
  readonly at: number;
}

const nothing: Counts = { received: 0, lost: 0, bytes: 0, at: 0 };

/** What a peer connection measures, as differences between two readings. */
export class PeerNumbers {
  /** By the id of the report. */
  private last = new Map<string, Counts>();

  constructor(private readonly peer: Pick<RTCPeerConnection, 'getStats'>) {}

  /** Since the last reading. */
  async read(): Promise<LinkNumbers> {
    const reports = new Map<string, Stats>();
    (await this.peer.getStats()).forEach((report: Stats, id: string) => reports.set(id, report));
    const before = this.last;
    this.last = new Map();
    const tracks = new Map<string, TrackNumbers>();
    const sum = { received: 0, lost: 0 };
    for (const [id, report] of reports) {
      if (report.type !== 'inbound-rtp') continue;
      const now = countsOf(report);
      const since = differenceOf(before.get(id) ?? nothing, now);
      this.last.set(id, now);
      sum.received += since.received;
      sum.lost += since.lost;
      if (report.trackIdentifier) tracks.set(report.trackIdentifier, numbersOf(report, since));
    }
    const all = [...reports.values()];
    const others = all.filter(({ type }) => type === 'remote-inbound-rtp');
    return {
      roundTripMs: roundTripOf(all),
      lost: shareOf(sum),
      lostByOthers: Math.max(0, ...others.map(({ fractionLost = 0 }) => fractionLost)),
      tracks,
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
  tracks: new Map(all.flatMap(({ tracks }) => [...tracks])),
});

/** The fields that are read, of several of its kinds. */
interface Stats {
  readonly type: RTCStatsType;
  readonly timestamp?: number;
  readonly trackIdentifier?: string;
  readonly packetsReceived?: number;
  readonly packetsLost?: number;
  readonly bytesReceived?: number;
  /** Seconds. */
  readonly jitter?: number;
  readonly frameWidth?: number;
  readonly frameHeight?: number;
  readonly framesPerSecond?: number;
  readonly fractionLost?: number;
  readonly nominated?: boolean;
  readonly currentRoundTripTime?: number;
}

const countsOf = (report: Stats): Counts => ({
  received: report.packetsReceived ?? 0,
  lost: report.packetsLost ?? 0,
  bytes: report.bytesReceived ?? 0,
  at: report.timestamp ?? 0,
});

/** A stream that begins anew counts from zero. */
const differenceOf = (before: Counts, now: Counts): Counts => ({
  received: Math.max(0, now.received - before.received),
  lost: Math.max(0, now.lost - before.lost),
  bytes: Math.max(0, now.bytes - before.bytes),
  at: before.at === 0 ? 0 : now.at - before.at,
});

const shareOf = ({ received, lost }: Pick<Counts, 'received' | 'lost'>): number =>
  received + lost > 0 ? lost / (received + lost) : 0;

function numbersOf(report: Stats, since: Counts): TrackNumbers {
  const { frameWidth: width, frameHeight: height } = report;
  return {
    lost: shareOf(since),
    jitterMs: (report.jitter ?? 0) * 1000,
    kbitPerS: since.at > 0 ? (since.bytes * 8) / since.at : 0,
    ...(width && height && { picture: { width, height, perS: report.framesPerSecond ?? 0 } }),
  };
}

function roundTripOf(reports: readonly Stats[]): number | null {
  const pair = reports.find(({ type, nominated }) => type === 'candidate-pair' && nominated);
  return pair?.currentRoundTripTime === undefined ? null : pair.currentRoundTripTime * 1000;
}
