import { computed, effect, signal, type Injector } from '@angular/core';
import type { Call, CallParty, SentMedia, UserId } from '@app/contracts';
import { RequestProblem, type ConnectionNews, type Stop, type Told } from '@app/web-realtime';
import { CallLink } from './call-link';
import { IncomingMedia } from './incoming-media';
import { lanes, type Lane, type LinkEvents, type LinkState, type MediaLink } from './media-link';
import { waysOf, type LinkDeps } from './open-link';
import type { OwnMedia } from './own-media';
import { partIn } from './part-in';
import { isOver, isRoomless } from './refusals';
import { askBy, told, toldAtLast, type About } from './told';

/** What the server had no time for is said again after this, where it does not say when, ms. */
const AGAIN_MS = 1000;

/** What people do to each other. */
type ControlName = 'call_mute' | 'call_unmute' | 'call_remove' | 'call_lock' | 'call_hand';

/** `waiting`: nobody has accepted yet. `alone`: the others have left, or nobody came. */
export type CallPhase = 'waiting' | 'connecting' | 'alone' | 'active' | 'interrupted' | 'ended';

export interface LiveCallDeps extends LinkDeps {
  readonly own: OwnMedia;
  readonly injector: Injector;
}

/**
 * A call in which this tab is, from the moment on in which the server has said so until it is over:
 * what the server says of it, the media of all, and the way between them.
 */
export class LiveCall {
  private readonly told;
  private readonly ask;
  private readonly link = signal<LinkState>('connecting');
  private readonly rung = signal(false);
  private readonly lost = signal(false);
  /** Counts what was to be said again, so that it is. */
  private readonly again = signal(0);
  private readonly stops: Stop[] = [];
  /** Until something is said again. */
  private readonly waits = new Set<ReturnType<typeof setTimeout>>();
  private readonly early: Told[] = [];
  private media: CallLink | null = null;
  private isClosed = false;
  /** When a host has muted me, as far as it was done here. */
  private mutedAt: string | undefined;

  readonly call;
  readonly incoming = new IncomingMedia();
  /** Some device of the other one has said that it rings. */
  readonly isRung = this.rung.asReadonly();
  /** It is over here because nothing came through, and the server may not have said so. */
  readonly isLost = this.lost.asReadonly();
  /** Who has muted me: nobody hears me until I say that I want it. */
  readonly mutedBy = computed(() => partIn(this.told(), this.deps.me)?.muted?.by ?? null);
  readonly phase = computed((): CallPhase => {
    const { state } = this.told();
    if (state === 'ended') return 'ended';
    if (state === 'ringing') return 'waiting';
    if (this.link() === 'connected') return this.isAlone(this.told()) ? 'alone' : 'active';
    return this.link() === 'interrupted' ? 'interrupted' : 'connecting';
  });

  constructor(
    private readonly deps: LiveCallDeps,
    call: Call,
  ) {
    this.told = signal(call);
    this.ask = askBy(deps.connection, { callId: call.id, deviceId: deps.deviceId });
    this.call = this.told.asReadonly();
    this.stops.push(
      deps.connection.listen((news) => this.hear(news)),
      this.network(),
    );
    void this.connect();
  }

  get own(): OwnMedia {
    return this.deps.own;
  }

  /** Of two states the newer one counts. */
  heed(call: Call): void {
    if (this.isClosed || call.id !== this.told().id) return;
    if (call.version < this.told().version) return;
    this.hush(partIn(call, this.deps.me));
    this.told.set(call);
    if (call.state === 'ended' || !this.isMine(call)) this.close();
    else void this.media?.follow(call);
  }

  /** Asks for it. False: the server did not want it, or has not heard it. */
  async control<N extends ControlName>(name: N, about: About<N>): Promise<boolean> {
    const ack = await told(this.ask<ControlName>(name, about));
    if (!ack || ack instanceof RequestProblem) return false;
    this.heed(ack.call);
    return true;
  }

  /** Calls one more person to it. Rejects as the line does. */
  async invite(userId: UserId): Promise<void> {
    this.heed((await this.ask('call_invite', { userId })).call);
  }

  /** Ends it for me: here at once. A busy server is told until it has heard it. */
  async hangUp(): Promise<void> {
    this.close();
    await toldAtLast(() => this.ask('end_call', {}));
  }

  /** Lets go of everything; says nothing to anybody. */
  close(): void {
    if (this.isClosed) return;
    this.isClosed = true;
    for (const stop of this.stops) stop();
    for (const wait of this.waits) clearTimeout(wait);
    this.media?.close();
    this.own.closeAll();
    this.told.update((call) => ({ ...call, state: 'ended' }));
  }

  /** Also what came before this was made. */
  hear(news: ConnectionNews): void {
    if (news.kind === 'ready') return void this.goOn();
    if (news.kind === 'lost') return;
    if (!('callId' in news.event) || news.event.callId !== this.told().id) return;
    if (news.name === 'call_ringing') this.rung.set(true);
    if (news.name === 'sfu_speaker') this.incoming.noteSpeaker(news.event.userId);
    if ('call' in news.event) this.heed(news.event.call);
    if (this.media) this.media.hear(news);
    else this.early.push(news);
  }

  private isAlone({ kind, parties }: Call): boolean {
    const isOther = ({ userId, state }: CallParty) => userId !== this.deps.me && state === 'joined';
    return kind === 'group' && !parties.some(isOther);
  }

  private isMine(call: Call): boolean {
    const mine = partIn(call, this.deps.me);
    return mine?.state === 'joined' && mine.deviceId === this.deps.deviceId;
  }

  /** Once for each time that a host has done it: what I do after it counts. */
  private hush(mine: CallParty | undefined): void {
    const at = mine?.muted?.at;
    if (at === undefined || at === this.mutedAt) return;
    this.mutedAt = at;
    this.own.mute(true);
  }

  /** A new line: the device goes on, and what was missed is in the answer. */
  private async goOn(): Promise<void> {
    await this.beat();
    this.media?.resume();
    if (this.link() === 'failed') await this.reroute();
  }

  private async beat(): Promise<void> {
    const isConnected = this.link() === 'connected';
    const ack = await told(this.ask('call_heartbeat', { isConnected }));
    if (!(ack instanceof RequestProblem)) {
      if (ack) this.heed(ack.call);
    } else if (ack.code === 'call_removed') this.putOut();
    else if (isOver(ack)) this.lose();
    else this.sayLater(() => void this.beat(), ack);
  }

  /** The server is busy, or just coming up: that is no reason to end what flows past it. */
  private sayLater(say: () => void, { retryAfterMs }: RequestProblem): void {
    if (this.isClosed) return;
    const wait = setTimeout(() => {
      this.waits.delete(wait);
      say();
    }, retryAfterMs || AGAIN_MS);
    this.waits.add(wait);
  }

  /** A host has, while there was no line. */
  private putOut(): void {
    const { me } = this.deps;
    this.told.update(({ parties, ...call }) => ({
      ...call,
      parties: parties.map((party) =>
        party.userId === me ? { userId: me, state: 'left', isRemoved: true } : party,
      ),
    }));
    this.close();
  }

  private lose(): void {
    if (!this.isClosed) this.lost.set(true);
    this.close();
  }

  private async connect(): Promise<void> {
    const events = {
      changed: (state: LinkState) => this.linkChanged(state),
      came: (userId: UserId, lane: Lane, track: MediaStreamTrack | null) =>
        this.incoming.receive(userId, lane, track),
    };
    const media = await this.open(events);
    if (!media) {
      this.giveUp();
      return;
    }
    if (this.isClosed) {
      media.close();
      return;
    }
    this.media = media;
    void media.follow(this.told());
    for (const news of this.early.splice(0)) media.hear(news);
    this.follow(media);
  }

  /** Null: what it takes is not to be had, as a part of the page that does not load. */
  private async open(events: LinkEvents): Promise<CallLink | null> {
    try {
      return await CallLink.open(waysOf(this.deps, this.told()), events, this.told());
    } catch (error) {
      // A call without media is none; why, the console tells.
      console.error(error);
      return null;
    }
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
    this.stops.push(
      () => showing.destroy(),
      this.incoming.watch(media, () => this.link() === 'connected'),
    );
  }

  private async show(media: SentMedia, phase: CallPhase): Promise<void> {
    if (phase === 'ended') return;
    const known = partIn(this.told(), this.deps.me)?.media;
    const isHeld = media.audio && this.mutedBy() !== null;
    if (!isHeld && known && JSON.stringify(known) === JSON.stringify(media)) return;
    const ack = isHeld
      ? await told(this.ask('call_unmute', {}))
      : await told(this.ask('call_media_state', { media }));
    if (ack instanceof RequestProblem && !isOver(ack))
      this.sayLater(() => this.again.update((count) => count + 1), ack);
    // Nobody hears me before it is known: then it is said what I send.
    else if (isHeld && ack && !(ack instanceof RequestProblem)) this.heed(ack.call);
  }

  private linkChanged(state: LinkState): void {
    const before = this.link();
    this.link.set(state);
    if (state === 'connected' && before !== 'connected') void this.beat();
    if (state === 'failed') void this.reroute();
  }

  /** The other one is not to be reached from here: by the server, where it has a room for us. */
  private async reroute(): Promise<void> {
    if (this.isClosed || this.link() !== 'failed') return;
    if (this.told().via === 'room') {
      this.giveUp();
      return;
    }
    const ack = await told(this.ask('call_reroute', {}));
    if (!(ack instanceof RequestProblem)) {
      if (ack) this.heed(ack.call);
    } else if (isRoomless(ack)) this.giveUp();
    else this.sayLater(() => void this.reroute(), ack);
  }

  private giveUp(): void {
    if (this.isClosed) return;
    this.lost.set(true);
    void this.hangUp();
  }

  /** Another network: do not wait until the old one is found dead. */
  private network(): Stop {
    const restart = () => this.media?.restart();
    addEventListener('online', restart);
    return () => removeEventListener('online', restart);
  }
}
