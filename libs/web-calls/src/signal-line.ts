import type { CallId, DeviceId } from '@app/contracts';
import { ConnectionLost, RequestProblem, type ChatConnection, type Stop } from '@app/web-realtime';

/** What one end of a peer connection says to the other. */
export type PeerSignal =
  | { readonly name: 'offer' | 'answer'; readonly sdp: string }
  | { readonly name: 'ice_candidate'; readonly candidate: RTCIceCandidateInit | null };

/** What the server says to wait where it does not say how long, ms. */
const WAIT_MS = 1000;

/** More than a peer connection has candidates; who is away for so long has to offer anew. */
const MOST_WAITING = 500;

/**
 * Says signals in order, and each until it has arrived: what the line lost is said again once it is
 * back, with what was said after it. So one may arrive twice, which a peer connection can bear;
 * a candidate before the offer that it belongs to it cannot.
 */
export class SignalLine {
  private readonly unheard: PeerSignal[] = [];
  /** Those of them that have arrived, behind one that has not. */
  private readonly heard = new Set<PeerSignal>();
  private readonly stop: Stop;
  private wait: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly connection: ChatConnection,
    private readonly end: { readonly callId: CallId; readonly deviceId: DeviceId },
  ) {
    this.stop = connection.listen(({ kind }) => {
      if (kind === 'ready') this.sayAgain();
    });
  }

  say(signal: PeerSignal): void {
    if (this.unheard.length >= MOST_WAITING) return;
    this.unheard.push(signal);
    if (this.wait === undefined) void this.send(signal);
  }

  close(): void {
    this.stop();
    clearTimeout(this.wait);
    this.unheard.length = 0;
  }

  private sayAgain(): void {
    this.wait = undefined;
    this.heard.clear();
    for (const signal of [...this.unheard]) void this.send(signal);
  }

  private async send(signal: PeerSignal): Promise<void> {
    try {
      await this.connection.ask(signal.name, { ...inputOf(signal), ...this.end });
      this.forget(signal);
    } catch (error) {
      // Without a line it is said again when there is one.
      if (error instanceof ConnectionLost) return;
      if (!(error instanceof RequestProblem)) throw error;
      this.heed(signal, error);
    }
  }

  /** The server is busy, or does not take it: the call is over, or somebody else's. */
  private heed(signal: PeerSignal, { code, retryAfterMs }: RequestProblem): void {
    if (code !== 'rate_limited' && code !== 'service_unavailable') return this.forget(signal);
    this.wait ??= setTimeout(() => this.sayAgain(), retryAfterMs || WAIT_MS);
  }

  private forget(signal: PeerSignal): void {
    if (!this.unheard.includes(signal)) return;
    this.heard.add(signal);
    const at = this.unheard.findIndex((each) => !this.heard.has(each));
    for (const each of this.unheard.splice(0, at < 0 ? Infinity : at)) this.heard.delete(each);
  }
}

const inputOf = (signal: PeerSignal) =>
  signal.name === 'ice_candidate'
    ? { candidate: signal.candidate && candidateOf(signal.candidate) }
    : { sdp: signal.sdp };

/** Browsers add fields of their own; the contract has these. */
function candidateOf({
  candidate = '',
  sdpMid = null,
  sdpMLineIndex = null,
  usernameFragment = null,
}: RTCIceCandidateInit) {
  return { candidate, sdpMid, sdpMLineIndex, usernameFragment };
}
