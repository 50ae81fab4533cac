import type { Call, CallParty, UserId } from '@app/contracts';
import type { Told } from '@app/web-realtime';
import {
  lanes,
  MediaLink,
  type Lane,
  type LinkEvents,
  type LinkNumbers,
  type LinkState,
} from './media-link';
import { worseOf } from './peer-numbers';

/** How often it is looked at what has come by the room, while media move there, ms. */
const LOOK_MS = 100;

/** What does not come by the room for so long does not keep the other way open any more, ms. */
const MOST_MS = 15_000;

/** From end to end. */
export interface PeerWay extends MediaLink {
  /** Says to the other end that what it sends comes here by another way. May be said again. */
  sayMoved(): void;
  /** The other end needs this way no longer: it has said so, or it is gone. */
  isLeft(): boolean;
}

/** Through the server. */
export interface RoomWay extends MediaLink {
  /** Media of this lane have come, and are not only announced. */
  arrives(userId: UserId, lane: Lane): boolean;
}

/** Opens them. */
export interface Ways {
  peer(events: LinkEvents): Promise<PeerWay>;
  room(events: LinkEvents): Promise<RoomWay>;
}

/** A way that is open. `tracks`: `Map<whose and which, what comes>`. */
interface Way<T extends MediaLink> {
  readonly link: T;
  readonly tracks: Map<string, MediaStreamTrack>;
  state: LinkState;
}

/**
 * The way of media in a call, whichever it is. Where it changes, the new way is made before the old
 * one is broken: both ends send by both, each shows what comes by the old one until the same comes
 * by the new one, and closes the old one when the other end has all, too.
 */
export class CallLink extends MediaLink {
  private readonly own = new Map<Lane, MediaStreamTrack | null>();
  private readonly heights = new Map<string, number>();
  /** What of the room is shown although the other way is there, too. */
  private readonly moved = new Set<string>();
  private readonly shown = new Map<string, MediaStreamTrack>();
  private peer: Way<PeerWay> | null = null;
  private room: Way<RoomWay> | null = null;
  private turns: Promise<void> = Promise.resolve();
  private state: LinkState = 'connecting';
  private looking: ReturnType<typeof setInterval> | undefined;
  private movingMs = 0;
  private hasMoved = false;
  private isClosed = false;

  private constructor(
    private readonly ways: Ways,
    private readonly events: LinkEvents,
    private call: Call,
  ) {
    super();
  }

  /** By the way of which the call says that it is its own. */
  static async open(ways: Ways, events: LinkEvents, call: Call): Promise<CallLink> {
    const link = new CallLink(ways, events, call);
    await link.follow(call);
    return link;
  }

  /** The call as it is now. */
  follow(call: Call): Promise<void> {
    this.call = call;
    const take = () => this.take();
    // What could not be loaded once may be the next time.
    this.turns = this.turns.then(take, take);
    return this.turns;
  }

  get hasSizes(): boolean {
    return this.used?.link.hasSizes ?? false;
  }

  async send(lane: Lane, track: MediaStreamTrack | null): Promise<void> {
    this.own.set(lane, track);
    await Promise.all(this.links().map((link) => link.send(lane, track)));
  }

  hear(news: Told): void {
    for (const link of this.links()) link.hear(news);
  }

  fit(userId: UserId, lane: Lane, height: number): void {
    this.heights.set(nameOf(userId, lane), height);
    for (const link of this.links()) link.fit(userId, lane, height);
  }

  restart(): void {
    for (const link of this.links()) link.restart();
  }

  resume(): void {
    for (const link of this.links()) link.resume();
  }

  async numbers(): Promise<LinkNumbers> {
    return (await this.used?.link.numbers()) ?? worseOf([]);
  }

  close(): void {
    this.isClosed = true;
    clearInterval(this.looking);
    for (const link of this.links()) link.close();
  }

  /** By which media flow as far as is known. */
  private get used(): Way<MediaLink> | null {
    const { peer, room } = this;
    return peer?.state === 'connected' ? peer : (room ?? peer);
  }

  private links(): MediaLink[] {
    return [this.peer, this.room].flatMap((way) => (way ? [way.link] : []));
  }

  private async take(): Promise<void> {
    if (this.isClosed) return;
    if (this.call.via === 'peer') this.peer ??= await this.enter((on) => this.ways.peer(on));
    else this.room ??= await this.enter((on) => this.ways.room(on));
    if (this.peer && this.room && this.isBarred(this.peer)) this.leavePeer(this.peer);
    if (this.peer && this.room) this.looking ??= setInterval(() => this.look(), LOOK_MS);
    this.tellAll();
  }

  /** Also what was said while it was being opened. */
  private tellAll(): void {
    if (this.isClosed) {
      this.close();
      return;
    }
    this.tellState();
    for (const way of [this.peer, this.room])
      for (const name of way?.tracks.keys() ?? []) this.show(name);
  }

  /** What is sent goes by it, too, from now on. */
  private async enter<T extends MediaLink>(open: (on: LinkEvents) => Promise<T>): Promise<Way<T>> {
    const tracks = new Map<string, MediaStreamTrack>();
    const about: { state: LinkState } = { state: 'connecting' };
    const link = await open({
      changed: (state) => {
        about.state = state;
        this.tellState();
      },
      came: (userId, lane, track) => {
        const name = nameOf(userId, lane);
        if (track) tracks.set(name, track);
        else tracks.delete(name);
        this.show(name);
      },
    });
    for (const [lane, track] of this.own) void link.send(lane, track);
    for (const [name, height] of this.heights) link.fit(...partsOf(name), height);
    return Object.assign(about, { link, tracks });
  }

  private tellState(): void {
    const state = this.stateNow();
    if (state === this.state) return;
    this.state = state;
    this.events.changed(state);
  }

  private stateNow(): LinkState {
    const { peer, room } = this;
    if (!room && peer?.state === 'failed' && this.call.via === 'room') return 'interrupted';
    if (!room) return peer?.state ?? 'connecting';
    const isCarried = room.state !== 'failed' && peer?.state === 'connected';
    return isCarried ? 'connected' : room.state;
  }

  /** By the room where it has come so, or comes no other way. */
  private show(name: string): void {
    const [here, there] = [this.peer?.tracks.get(name), this.room?.tracks.get(name)];
    if (!there) this.moved.delete(name);
    const track = here && !this.moved.has(name) ? here : (there ?? here);
    if (track === this.shown.get(name)) return;
    if (track) this.shown.set(name, track);
    else this.shown.delete(name);
    this.events.came(...partsOf(name), track ?? null);
  }

  /** Whom a host has muted or put out is not heard past the room, whatever they send. */
  private isBarred({ tracks }: Way<PeerWay>): boolean {
    const whose = new Set([...tracks.keys()].map((name) => partsOf(name)[0]));
    const isIn = ({ state, muted }: CallParty) => state === 'joined' && !muted;
    return this.call.parties.some((party) => whose.has(party.userId) && !isIn(party));
  }

  /** What has come by the room meanwhile. */
  private look(): void {
    const { peer, room } = this;
    if (!peer || !room) return;
    this.movingMs += LOOK_MS;
    for (const name of room.tracks.keys()) {
      if (this.moved.has(name) || !this.hasCome(room, name)) continue;
      this.moved.add(name);
      this.show(name);
    }
    const wasMoved = this.hasMoved;
    this.hasMoved = this.call.parties.every((party) => this.isMoved(party, peer));
    if (!this.hasMoved) return;
    peer.link.sayMoved();
    // What was told just now is not on the screen before the next look.
    if (wasMoved && (peer.link.isLeft() || this.isLate)) this.leavePeer(peer);
  }

  private get isLate(): boolean {
    return this.movingMs >= MOST_MS;
  }

  /** What is not seen does not come, and nobody would see it. */
  private hasCome(room: Way<RoomWay>, name: string): boolean {
    return this.isLate || this.heights.get(name) === 0 || room.link.arrives(...partsOf(name));
  }

  /** Nothing that they send comes by the old way alone. */
  private isMoved({ userId, state, media }: CallParty, peer: Way<PeerWay>): boolean {
    if (this.isLate || state !== 'joined') return true;
    return lanes
      .filter((lane) => lane !== 'sound' && media?.[lane])
      .map((lane) => nameOf(userId, lane))
      .every((name) => this.moved.has(name) || !peer.tracks.has(name));
  }

  private leavePeer({ link, tracks }: Way<PeerWay>): void {
    clearInterval(this.looking);
    link.close();
    this.peer = null;
    for (const name of tracks.keys()) this.show(name);
    this.tellState();
  }
}

const nameOf = (userId: UserId, lane: Lane): string => `${userId} ${lane}`;

const partsOf = (name: string): [UserId, Lane] => name.split(' ') as [UserId, Lane];
