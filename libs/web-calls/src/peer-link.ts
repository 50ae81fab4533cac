import type { UserId } from '@app/contracts';
import type { Stop, Told } from '@app/web-realtime';
import type { PeerWay } from './call-link';
import { withFirstBitrate } from './first-bitrate';
import { lanes, MediaLink, type Lane, type LinkEvents, type LinkNumbers } from './media-link';
import { PeerNumbers } from './peer-numbers';
import type { PeerSignal, SignalLine } from './signal-line';

/** Both ends know of each other, and nothing came through for so long, ms: another way then. */
const FIRST_MS = 8000;

/** An interruption that lasts longer than this is answered with another way, ms. */
const PATIENCE_MS = 2000;

/**
 * How often another way is tried before the link has failed; see `GAP_MS`. Who has never been
 * connected is waited for by somebody who hears nothing, and by the server no longer than 30 s.
 */
const [MOST_RESTARTS, MOST_AT_FIRST] = [5, 2];

/** Between two tries, ms: gathering candidates takes a while. */
const GAP_MS = 4000;

/**
 * Who is polite waits so long for the other end to look for another way first, ms. Where both offer
 * at once, one offer is rolled back, and a picture whose first frame comes just then is decoded by
 * Chromium and never drawn.
 */
const POLITE_MS = 500;

/** Candidates that wait for what they belong to: more than any end has. */
const MOST_EARLY = 500;

export interface PeerEnd {
  readonly peer: RTCPeerConnection;
  readonly otherId: UserId;
  /** Who gives way when both offer at once. The other one makes the first offer. */
  readonly isPolite: boolean;
  readonly signals: SignalLine;
  /** What it would use for its next search is not kept fresh any more. */
  readonly stopRenewing: Stop;
}

/**
 * Straight to the other one. There is a place for each lane from the first offer on, so that what
 * is switched on and off later needs no agreement; only another way through the network does.
 *
 * Perfect negotiation, as in https://www.w3.org/TR/webrtc/#perfect-negotiation-example.
 */
export class PeerLink extends MediaLink implements PeerWay {
  readonly hasSizes = false;
  private readonly own = new Map<Lane, MediaStreamTrack | null>();
  private readonly figures: PeerNumbers;
  /** Candidates that came before what they belong to. */
  private early: (RTCIceCandidateInit | null)[] = [];
  private heard: Promise<unknown> = Promise.resolve();
  private isOffering = false;
  private isTakingAnswer = false;
  private isIgnoring = false;
  private restarts = 0;
  private hasConnected = false;
  /** On which each end tells the other that it needs this way no longer. */
  private channel: RTCDataChannel | undefined;
  private isOtherMoved = false;
  private wait: ReturnType<typeof setTimeout> | undefined;
  private politeness: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly end: PeerEnd,
    private readonly events: LinkEvents,
  ) {
    super();
    const { peer, isPolite } = end;
    this.figures = new PeerNumbers(peer);
    peer.addEventListener('negotiationneeded', () => void this.offer());
    peer.addEventListener('icecandidate', ({ candidate }) => this.sayCandidate(candidate));
    peer.addEventListener('connectionstatechange', () => this.heed());
    peer.addEventListener('track', ({ transceiver, track }) => {
      const lane = this.laneOf(transceiver);
      if (lane) events.came(end.otherId, lane, track);
    });
    peer.addEventListener('datachannel', ({ channel }) => this.attend(channel));
    if (isPolite) return;
    for (const lane of lanes) peer.addTransceiver(kindOf(lane));
    this.attend(peer.createDataChannel('moved'));
  }

  async send(lane: Lane, track: MediaStreamTrack | null): Promise<void> {
    this.own.set(lane, track);
    await this.senderOf(lane)?.replaceTrack(track);
  }

  /** The one picture there is comes as it is: its sender finds out what the way bears. */
  fit(): void {
    return undefined;
  }

  restart(): void {
    const { peer, isPolite } = this.end;
    if (!peer.remoteDescription) return;
    clearTimeout(this.politeness);
    if (isPolite) this.politeness = setTimeout(() => peer.restartIce(), POLITE_MS);
    else peer.restartIce();
  }

  /** What the other end has said meanwhile is lost: where it matters, it is asked anew. */
  resume(): void {
    if (this.end.peer.connectionState !== 'connected') this.restart();
  }

  sayMoved(): void {
    if (this.channel?.readyState === 'open') this.channel.send('moved');
  }

  isLeft(): boolean {
    return this.isOtherMoved || this.end.peer.connectionState !== 'connected';
  }

  numbers(): Promise<LinkNumbers> {
    return this.figures.read();
  }

  close(): void {
    clearTimeout(this.wait);
    clearTimeout(this.politeness);
    const { peer, signals, stopRenewing } = this.end;
    stopRenewing();
    signals.close();
    peer.close();
  }

  hear(news: Told): void {
    if (news.name === 'offer' || news.name === 'answer')
      return this.queue({ name: news.name, sdp: news.event.sdp });
    if (news.name !== 'ice_candidate') return;
    this.queue({ name: news.name, candidate: news.event.candidate as RTCIceCandidateInit | null });
  }

  private attend(channel: RTCDataChannel): void {
    this.channel = channel;
    channel.addEventListener('message', () => (this.isOtherMoved = true));
  }

  /** What the other end says, one after the other. */
  private queue(signal: PeerSignal): void {
    this.heard = this.heard
      .then(() => this.take(signal))
      .catch((error: unknown) => {
        // InvalidStateError, OperationError: said twice, or closed meanwhile; a restart mends it.
        if (!(error instanceof DOMException)) throw error;
      });
  }

  private get isClosed(): boolean {
    return this.end.peer.signalingState === 'closed';
  }

  private async offer(): Promise<void> {
    const { peer, signals } = this.end;
    try {
      this.isOffering = true;
      await peer.setLocalDescription();
      const { localDescription } = peer;
      if (localDescription?.type === 'offer')
        signals.say({ name: 'offer', sdp: localDescription.sdp });
    } catch (error) {
      // The connection was closed, or the other one's offer came first.
      if (!(error instanceof DOMException)) throw error;
    } finally {
      this.isOffering = false;
    }
  }

  private async take(signal: PeerSignal): Promise<void> {
    if (this.isClosed) return;
    if (signal.name === 'ice_candidate') return this.takeCandidate(signal.candidate);
    const { peer, isPolite, signals } = this.end;
    const isOffer = signal.name === 'offer';
    const isQuiet = !this.isOffering && (peer.signalingState === 'stable' || this.isTakingAnswer);
    this.isIgnoring = !isPolite && isOffer && !isQuiet;
    if (this.isIgnoring) return;
    // One that was said twice.
    if (!isOffer && peer.signalingState !== 'have-local-offer') return;
    this.isTakingAnswer = !isOffer;
    if (isOffer) clearTimeout(this.politeness);
    try {
      await peer.setRemoteDescription({ type: signal.name, sdp: withFirstBitrate(signal.sdp) });
    } finally {
      this.isTakingAnswer = false;
    }
    if (!this.hasConnected) this.wait ??= this.tryLater(FIRST_MS);
    if (isOffer) {
      await this.fill();
      await peer.setLocalDescription();
      signals.say({ name: 'answer', sdp: peer.localDescription!.sdp });
    }
    for (const candidate of this.early.splice(0)) await this.takeCandidate(candidate);
  }

  private async takeCandidate(candidate: RTCIceCandidateInit | null): Promise<void> {
    const { peer } = this.end;
    if (!peer.remoteDescription) {
      if (this.early.length < MOST_EARLY) this.early.push(candidate);
      return;
    }
    try {
      await peer.addIceCandidate(candidate ?? undefined);
    } catch (error) {
      // Of an offer that was not taken, or of one before a restart; or it names no place in any.
      if (!(error instanceof DOMException || error instanceof TypeError)) throw error;
    }
  }

  private sayCandidate(candidate: RTCIceCandidate | null): void {
    this.end.signals.say({ name: 'ice_candidate', candidate: candidate?.toJSON() ?? null });
  }

  /** The places that the other one has made are mine, too. */
  private async fill(): Promise<void> {
    for (const [at, transceiver] of this.end.peer.getTransceivers().entries()) {
      const lane = lanes[at];
      if (!lane) continue;
      transceiver.direction = 'sendrecv';
      const track = this.own.get(lane);
      if (track && transceiver.sender.track !== track) await transceiver.sender.replaceTrack(track);
    }
  }

  private senderOf(lane: Lane): RTCRtpSender | undefined {
    return this.end.peer.getTransceivers()[lanes.indexOf(lane)]?.sender;
  }

  private laneOf(transceiver: RTCRtpTransceiver): Lane | undefined {
    return lanes[this.end.peer.getTransceivers().indexOf(transceiver)];
  }

  private heed(): void {
    const { connectionState } = this.end.peer;
    switch (connectionState) {
      case 'connected':
        clearTimeout(this.wait);
        this.restarts = 0;
        this.hasConnected = true;
        return this.events.changed('connected');
      case 'disconnected':
        this.events.changed('interrupted');
        return this.tryAnotherWay(PATIENCE_MS);
      case 'failed':
        this.events.changed('interrupted');
        return this.tryAnotherWay(0);
      default:
    }
  }

  private tryAnotherWay(afterMs: number): void {
    clearTimeout(this.wait);
    this.wait = this.tryLater(afterMs);
  }

  private restartAgain(): void {
    this.restarts++;
    this.restart();
    this.tryAnotherWay(GAP_MS);
  }

  private tryLater(afterMs: number): ReturnType<typeof setTimeout> {
    return setTimeout(() => {
      const most = this.hasConnected ? MOST_RESTARTS : MOST_AT_FIRST;
      if (this.isClosed) return;
      if (this.restarts >= most) this.events.changed('failed');
      else this.restartAgain();
    }, afterMs);
  }
}

const kindOf = (lane: Lane): 'audio' | 'video' =>
  lane === 'audio' || lane === 'sound' ? 'audio' : 'video';
