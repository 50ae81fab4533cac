import type { Stop } from '@app/web-realtime';

/** Ways around what stands between two networks. */
export interface IceOffer {
  readonly iceServers: readonly RTCIceServer[];
  /** Their names and passwords are taken for so long from now on, ms. */
  readonly goodForMs: number;
}

/** Null: they are not to be had just now. */
export type AskIceServers = () => Promise<IceOffer | null>;

/** Part of their time after which others are asked for: a slow answer still comes in time. */
const RENEW_AT = 0.8;

/** At least so long between two questions, ms: also where clocks do not agree. */
const AGAIN_MS = 10_000;

type Known = IceOffer & { readonly askedMs: number };

/**
 * The servers by which calls find a way. What lets one use them expires, and a call may last
 * longer: as long as somebody watches, others are asked for before that.
 */
export class IceServerKeeper {
  private readonly watchers = new Set<(iceServers: RTCIceServer[]) => void>();
  private known: Known | null = null;
  private asking: Promise<void> | null = null;
  private wait: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly ask: AskIceServers) {}

  /** Those that hold now; where they are not to be had, none: in one network it goes without. */
  async get(): Promise<RTCIceServer[]> {
    if (this.goodForMs <= 0) await this.renew();
    return [...(this.known?.iceServers ?? [])];
  }

  /** Hears of others, before those that it has expire. */
  watch(watcher: (iceServers: RTCIceServer[]) => void): Stop {
    this.watchers.add(watcher);
    this.plan();
    return () => {
      this.watchers.delete(watcher);
      if (this.watchers.size === 0) clearTimeout(this.wait);
    };
  }

  /** Until it is time for others. */
  private get goodForMs(): number {
    if (!this.known) return 0;
    const { askedMs, goodForMs } = this.known;
    return askedMs + goodForMs * RENEW_AT - Date.now();
  }

  private plan(): void {
    clearTimeout(this.wait);
    if (this.watchers.size === 0) return;
    const waitMs = Math.max(AGAIN_MS, this.goodForMs);
    this.wait = setTimeout(() => void this.renew(), waitMs);
  }

  /** Those that were known stay where no others are to be had. */
  private renew(): Promise<void> {
    this.asking ??= this.take().finally(() => (this.asking = null));
    return this.asking;
  }

  private async take(): Promise<void> {
    const askedMs = Date.now();
    try {
      const offer = await this.ask();
      if (!offer) return;
      this.known = { ...offer, askedMs };
      for (const watcher of this.watchers) watcher([...offer.iceServers]);
    } finally {
      this.plan();
    }
  }
}
