import type { CallId, DeviceId, UserId } from '@app/contracts';
import {
  type ChatConnection,
  isLineProblem,
  RequestProblem,
  type Told,
  untilHeard,
} from '@app/web-realtime';
import type { RoomWay } from './call-link';
import { lanes, MediaLink, type Lane, type LinkEvents, type LinkNumbers } from './media-link';
import { worseOf } from './peer-numbers';
import { isOver } from './refusals';
import { SfuRoom, type SfuAsk, type SfuRoomDeps } from './sfu-room';
import { askBy } from './told';

/** Before the room is asked for again, ms; twice as long each time, up to the second. */
const [AGAIN_MS, AGAIN_AT_MOST_MS] = [500, 8000];

export interface SfuEnd {
  readonly connection: ChatConnection;
  readonly callId: CallId;
  readonly deviceId: DeviceId;
  /** Those that hold now: they expire. */
  readonly iceServers: () => Promise<RTCIceServer[]>;
}

/**
 * To all others through the server: what is sent goes once, and what comes are streams of each of
 * them. Where the room is lost, it joins the next one by itself.
 */
export class SfuLink extends MediaLink implements RoomWay {
  readonly hasSizes = true;
  private readonly own = new Map<Lane, MediaStreamTrack | null>();
  /** `Map<whose and which, height in px>`. */
  private readonly heights = new Map<string, number>();
  /** What others send since, and nobody has asked for. */
  private readonly coming: string[] = [];
  private isToFit = false;
  private room: SfuRoom | null = null;
  /** One thing after the other: what is asked of a room depends on what was asked before. */
  private turns: Promise<unknown> = Promise.resolve();
  private isClosed = false;
  private again: ReturnType<typeof setTimeout> | undefined;
  private againMs = AGAIN_MS;
  /** Something was not heard by the server, or its answer not here: the room has to be entered. */
  private isBroken = false;
  /**
   * Where many are in, coming in takes more questions than a socket may ask at once: those that are
   * too many wait, for a room that is entered anew has to ask all of them again.
   */
  private readonly ask: SfuAsk = (name, input) => {
    const ask = askBy(this.end.connection, this.end);
    const isEarly = ({ code }: RequestProblem) => code === 'rate_limited' && !this.isClosed;
    return untilHeard(() => ask(name, input), isEarly);
  };

  constructor(
    private readonly end: SfuEnd,
    private readonly events: LinkEvents,
    private readonly enter = (deps: SfuRoomDeps) => SfuRoom.enter(deps),
  ) {
    super();
    void this.turn(() => this.join());
  }

  send(lane: Lane, track: MediaStreamTrack | null): Promise<void> {
    this.own.set(lane, track);
    return this.inRoom((room) => room.produce(lane, this.own.get(lane) ?? null));
  }

  hear(news: Told): void {
    switch (news.name) {
      case 'sfu_producer': {
        return this.consume(news.event.producerId);
      }
      case 'sfu_consumer_closed':
        return this.room?.drop(news.event.consumerId);
      case 'sfu_restarted':
        return void this.turn(() => this.join());
      default:
    }
  }

  fit(userId: UserId, lane: Lane, height: number): void {
    const name = `${userId} ${lane}`;
    if (this.heights.get(name) === height) return;
    this.heights.set(name, height);
    // Those that change in one moment are one question, as many pictures do when somebody comes.
    if (this.isToFit) return;
    this.isToFit = true;
    void this.turn(async () => {
      this.isToFit = false;
      await this.room?.fit();
    });
  }

  arrives(userId: UserId, lane: Lane): boolean {
    return this.room?.arrives(userId, lane) ?? false;
  }

  restart(): void {
    void this.inRoom((room) => room.restartIce());
  }

  /** Who came and went meanwhile nobody has said here. What flows goes on. */
  resume(): void {
    void this.turn(async () => {
      if (!this.room || this.isBroken) return this.join();
      try {
        await this.room.catchUp();
      } catch (error) {
        // Whether the room is still the same one, only asking tells.
        if (!(error instanceof RequestProblem)) throw error;
        await this.join();
      }
    });
  }

  async numbers(): Promise<LinkNumbers> {
    return (await this.room?.numbers()) ?? worseOf([]);
  }

  close(): void {
    this.isClosed = true;
    clearTimeout(this.again);
    this.leave();
  }

  /** Those that come while something else is asked are one question, too. */
  private consume(producerId: string): void {
    this.coming.push(producerId);
    if (this.coming.length > 1) return;
    void this.turn(async () => {
      const producerIds = this.coming.splice(0);
      // Before there is one, joining brings all of it.
      await this.room?.consume(producerIds);
    });
  }

  private leave(): void {
    const { room } = this;
    this.room = null;
    room?.close();
  }

  /**
   * Anew; what I send is sent again, and what the others send comes again. What flows is kept until
   * there is another room: without a line, there is none.
   */
  private async join(): Promise<void> {
    clearTimeout(this.again);
    const heightOf = (userId: UserId, lane: Lane) => this.heights.get(`${userId} ${lane}`);
    const events: LinkEvents = { ...this.events, changed: (state) => this.heed(state) };
    const { room, producerIds } = await this.enter({
      ask: this.ask,
      iceServers: this.end.iceServers,
      events,
      heightOf,
    });
    if (this.isClosed) {
      room.close();
      return;
    }
    this.leave();
    this.room = room;
    this.isBroken = false;
    this.events.changed('connected');
    await Promise.all([room.consume(producerIds), this.sendAll(room)]);
    this.againMs = AGAIN_MS;
  }

  private async sendAll(room: SfuRoom): Promise<void> {
    for (const lane of lanes) await room.produce(lane, this.own.get(lane) ?? null);
  }

  private heed(state: Parameters<LinkEvents['changed']>[0]): void {
    this.events.changed(state);
    if (state === 'interrupted') this.restart();
  }

  /** Before there is one, joining brings all of it. */
  private inRoom(run: (room: SfuRoom) => Promise<void>): Promise<void> {
    return this.turn(async () => {
      if (this.room) await run(this.room);
    });
  }

  private turn(run: () => Promise<void>): Promise<void> {
    const done = this.turns.then(async () => {
      if (!this.isClosed) await run();
    });
    const mended = done.catch((error: unknown) => this.mend(error));
    this.turns = mended;
    return mended;
  }

  /** The room has moved, or the line was lost in the middle: begins anew after a while. */
  private mend(error: unknown): void {
    if (this.isClosed) return;
    const isOfTheLine = isLineProblem(error);
    if (!isOfTheLine) console.error(error);
    if (error instanceof RequestProblem && isOver(error)) return this.events.changed('failed');
    this.isBroken = true;
    this.events.changed('interrupted');
    clearTimeout(this.again);
    const waitMs = Math.max(this.againMs, error instanceof RequestProblem ? error.retryAfterMs : 0);
    this.again = setTimeout(() => void this.turn(() => this.join()), waitMs);
    this.againMs = Math.min(AGAIN_AT_MOST_MS, this.againMs * 2);
  }
}
