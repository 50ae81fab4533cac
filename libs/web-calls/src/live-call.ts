import { computed, effect, signal, type Injector } from '@angular/core';
import type { Call, DeviceId, SentMedia, UserId } from '@app/contracts';
import {
  ConnectionLost,
  RequestProblem,
  type ChatConnection,
  type ConnectionNews,
  type Stop,
} from '@app/web-realtime';
import { lanes, type Lane, type LinkState, type MediaLink } from './media-link';
import type { OwnMedia } from './own-media';
import { PeerLink } from './peer-link';
import { qualityOf, type Quality } from './quality';
import { SignalLine } from './signal-line';

/** How often the link is asked how it goes, ms. */
const LOOK_MS = 2000;

/** What the server had no time for is said again after this, where it does not say when, ms. */
const AGAIN_MS = 1000;

/** The answers by which a server says that this device is not in the call any more. */
const OVER_CODES: readonly string[] = ['call_ended', 'conflict', 'forbidden', 'not_found'];

/** What comes from somebody. */
export type Received = Readonly<Partial<Record<Lane, MediaStreamTrack>>>;

/** `waiting`: nobody has accepted yet. */
export type CallPhase = 'waiting' | 'connecting' | 'active' | 'interrupted' | 'ended';

export interface LiveCallDeps {
  readonly connection: ChatConnection;
  readonly me: UserId;
  readonly deviceId: DeviceId;
  readonly own: OwnMedia;
  readonly iceServers: () => Promise<readonly RTCIceServer[]>;
  readonly openPeer: (config: RTCConfiguration) => RTCPeerConnection;
  readonly injector: Injector;
}

/**
 * A call in which this tab is, from the moment on in which the server has said so until it is over:
 * what the server says of it, the media of all, and the way between them.
 */
export class LiveCall {
  private readonly told;
  private readonly link = signal<LinkState>('connecting');
  private readonly came = signal<ReadonlyMap<UserId, Received>>(new Map());
  private readonly measured = signal<Quality>('good');
  private readonly rung = signal(false);
  private readonly lost = signal(false);
  /** Counts what was to be said again, so that it is. */
  private readonly again = signal(0);
  private readonly signals: SignalLine;
  private readonly stops: Stop[] = [];
  private readonly early: Parameters<PeerLink['hear']>[0][] = [];
  private media: PeerLink | null = null;
  private isClosed = false;

  readonly call;
  readonly received = this.came.asReadonly();
  readonly quality = this.measured.asReadonly();
  /** Some device of the other one has said that it rings. */
  readonly isRung = this.rung.asReadonly();
  /** It is over here because nothing came through, and the server may not have said so. */
  readonly isLost = this.lost.asReadonly();
  readonly phase = computed((): CallPhase => {
    const { state } = this.told();
    if (state === 'ended') return 'ended';
    if (state === 'ringing') return 'waiting';
    if (this.link() === 'connected') return 'active';
    return this.link() === 'interrupted' ? 'interrupted' : 'connecting';
  });

  constructor(
    private readonly deps: LiveCallDeps,
    call: Call,
  ) {
    this.told = signal(call);
    this.call = this.told.asReadonly();
    const { connection, deviceId } = deps;
    this.signals = new SignalLine(connection, { callId: call.id, deviceId });
    this.stops.push(
      connection.listen((news) => this.hear(news)),
      this.network(),
    );
    void this.connect();
  }

  get own(): OwnMedia {
    return this.deps.own;
  }

  /** Of two states the newer one counts. */
  heed(call: Call): void {
    if (call.id !== this.told().id || call.version < this.told().version) return;
    this.told.set(call);
    if (call.state === 'ended' || !this.isMine(call)) this.close();
  }

  /** Ends it for me. It is over here at once, whatever becomes of the line. */
  async hangUp(): Promise<void> {
    this.close();
    const { connection, deviceId } = this.deps;
    await told(connection.ask('end_call', { callId: this.told().id, deviceId }));
  }

  /** Lets go of everything; says nothing to anybody. */
  close(): void {
    if (this.isClosed) return;
    this.isClosed = true;
    for (const stop of this.stops) stop();
    this.signals.close();
    this.media?.close();
    this.own.closeAll();
    this.told.update((call) => ({ ...call, state: 'ended' }));
  }

  /** Also what came before this was made. */
  hear(news: ConnectionNews): void {
    if (news.kind === 'ready') return void this.goOn();
    if (news.kind === 'lost') return;
    switch (news.name) {
      case 'offer':
      case 'answer':
        if (news.event.callId === this.told().id)
          this.take({ name: news.name, sdp: news.event.sdp });
        return;
      case 'ice_candidate':
        if (news.event.callId === this.told().id)
          this.take({ name: news.name, candidate: news.event.candidate as RTCIceCandidateInit });
        return;
      case 'call_ringing':
        if (news.event.callId === this.told().id) this.rung.set(true);
        return;
      case 'call_accepted':
      case 'call_ended':
      case 'call_state':
        return this.heed(news.event.call);
      default:
    }
  }

  private isMine({ parties }: Call): boolean {
    const mine = parties.find(({ userId }) => userId === this.deps.me);
    return mine?.state === 'joined' && mine.deviceId === this.deps.deviceId;
  }

  private take(signal: Parameters<PeerLink['hear']>[0]): void {
    if (this.media) this.media.hear(signal);
    else this.early.push(signal);
  }

  /** A new line: the device goes on, and what was missed is in the answer. */
  private async goOn(): Promise<void> {
    await this.beat();
    if (this.link() === 'interrupted') this.media?.restart();
  }

  private async beat(): Promise<void> {
    const { connection, deviceId } = this.deps;
    const isConnected = this.link() === 'connected';
    const ack = await told(
      connection.ask('call_heartbeat', { callId: this.told().id, deviceId, isConnected }),
    );
    if (!(ack instanceof RequestProblem)) {
      if (ack) this.heed(ack.call);
    } else if (OVER_CODES.includes(ack.code)) this.lose();
    else this.sayLater(() => void this.beat(), ack);
  }

  /** The server is busy, or just coming up: that is no reason to end what flows past it. */
  private sayLater(say: () => void, { retryAfterMs }: RequestProblem): void {
    if (this.isClosed) return;
    const wait = setTimeout(say, retryAfterMs || AGAIN_MS);
    this.stops.push(() => clearTimeout(wait));
  }

  private lose(): void {
    if (!this.isClosed) this.lost.set(true);
    this.close();
  }

  private async connect(): Promise<void> {
    const iceServers = [...(await this.deps.iceServers())];
    if (this.isClosed) return;
    const { callerId, parties } = this.told();
    const isPolite = callerId !== this.deps.me;
    const otherId = parties.find(({ userId }) => userId !== this.deps.me)!.userId;
    const peer = this.deps.openPeer({ iceServers, bundlePolicy: 'max-bundle' });
    const say = this.signals.say.bind(this.signals);
    this.media = new PeerLink(
      { peer, otherId, isPolite, say },
      {
        changed: (state) => this.linkChanged(state),
        came: (userId, lane, track) => this.receive(userId, lane, track),
      },
    );
    for (const signal of this.early.splice(0)) this.media.hear(signal);
    this.follow(this.media);
  }

  /** What is switched on here is sent, and the others are told of it. */
  private follow(media: MediaLink): void {
    const { injector } = this.deps;
    for (const lane of lanes) {
      const sending = effect(() => void media.send(lane, this.own.track(lane)()), { injector });
      this.stops.push(() => sending.destroy());
    }
    const showing = effect(
      () => {
        this.again();
        void this.show(this.own.sent(), this.phase());
      },
      { injector },
    );
    const looking = setInterval(() => void this.look(media), LOOK_MS);
    this.stops.push(
      () => showing.destroy(),
      () => clearInterval(looking),
    );
  }

  private async show(media: SentMedia, phase: CallPhase): Promise<void> {
    if (phase === 'ended') return;
    const { connection, deviceId } = this.deps;
    const { id: callId, parties } = this.told();
    const known = parties.find(({ userId }) => userId === this.deps.me)?.media;
    if (known && JSON.stringify(known) === JSON.stringify(media)) return;
    const ack = await told(connection.ask('call_media_state', { callId, deviceId, media }));
    if (ack instanceof RequestProblem && !OVER_CODES.includes(ack.code))
      this.sayLater(() => this.again.update((count) => count + 1), ack);
  }

  private async look(media: MediaLink): Promise<void> {
    if (this.link() !== 'connected') return;
    this.measured.set(qualityOf(await media.numbers()));
  }

  private linkChanged(state: LinkState): void {
    const before = this.link();
    this.link.set(state);
    if (state === 'connected' && before !== 'connected') void this.beat();
    if (state !== 'failed') return;
    this.lost.set(true);
    void this.hangUp();
  }

  private receive(userId: UserId, lane: Lane, track: MediaStreamTrack | null): void {
    this.came.update((came) => {
      const { [lane]: _, ...others } = came.get(userId) ?? {};
      return new Map(came).set(userId, track ? { ...others, [lane]: track } : others);
    });
  }

  /** Another network: do not wait until the old one is found dead. */
  private network(): Stop {
    const restart = () => this.media?.restart();
    addEventListener('online', restart);
    return () => removeEventListener('online', restart);
  }
}

/** The answer, or why there is none. Undefined: the line is lost; it is said on the next one. */
async function told<T>(asked: Promise<T>): Promise<T | RequestProblem | undefined> {
  try {
    return await asked;
  } catch (error) {
    // The two ways in which a line refuses; it cannot be known before.
    if (error instanceof ConnectionLost) return undefined;
    if (error instanceof RequestProblem) return error;
    throw error;
  }
}
