import {
  deviceRoom,
  problem,
  type Actor,
  type CallDevice,
  type CallId,
  type SfuPlace,
} from '@app/contracts';
import { KeyedQueue, RealtimePublisher, Ticker } from '@app/platform';
import { Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { by } from '../acting-device.js';
import { requireJoined, type CallAction } from '../call/call-rules.js';
import { isJoined, isLive, type OneCall } from '../call/call.js';
import { CallDesk } from '../call-desk.js';
import { CallsRepository } from '../calls.repository.js';
import { MediaEngine, type RoomSize } from '../media/media-engine.js';
import type { MediaEvent } from '../media/media-event.js';
import type { PeerId } from '../media/media-ids.js';
import { Placement } from '../placement/placement.js';
import { peerIdOf, type Peer } from './call-room.js';
import { LiveRoom } from './live-room.js';

/** How late a room hears of what another process did to its call, ms: with it, within a second. */
const lookMs = 500;

/** People who come into a call at the same moment. */
const maxWaiting = 100;

/** `stored`: without what time has brought since. */
interface Admitted {
  readonly call: OneCall;
  readonly stored: OneCall;
  readonly peer: Peer;
}

/**
 * The rooms of calls in this process. Of a call one process has the room (`Placement`), and says so
 * as long as the call goes on. When it does no longer, the next one that is asked opens the room
 * anew, empty.
 */
@Injectable()
export class CallRooms implements OnModuleInit, OnApplicationShutdown {
  readonly #logger = new Logger(CallRooms.name);
  readonly #rooms = new Map<CallId, LiveRoom>();
  readonly #queue = new KeyedQueue<CallId>(maxWaiting);
  #restarts = 0;
  #stop: (() => void) | undefined;
  #looking: Promise<void> | undefined;

  constructor(
    private readonly calls: CallsRepository,
    private readonly desk: CallDesk,
    private readonly placement: Placement,
    private readonly engine: MediaEngine,
    private readonly publisher: RealtimePublisher,
    private readonly ticker: Ticker,
  ) {}

  onModuleInit(): void {
    this.desk.watch((call, action) => this.#follow(call, action));
    this.#stop = this.ticker.every(lookMs, () => {
      if (this.#rooms.size > 0)
        this.#looking ??= this.look().finally(() => (this.#looking = undefined));
    });
  }

  /** By now no request comes here any more: whoever has to join again finds another process. */
  async onApplicationShutdown(): Promise<void> {
    this.#stop?.();
    await this.#looking;
    await Promise.all([...this.#rooms.values()].map((room) => this.#handOver(room)));
  }

  /** How many rooms were lost with a worker since this process runs. */
  get restarts(): number {
    return this.#restarts;
  }

  /** Of each room. */
  get sizes(): readonly RoomSize[] {
    return [...this.#rooms.values()].map((room) => room.media.size);
  }

  /** A place for the device. Throws what `SfuApi` says. */
  join(actor: Actor, input: CallDevice): Promise<SfuPlace> {
    return this.#queue.run(input.callId, async () => {
      const { call, peer } = await this.#admitted(actor, input);
      const room = await this.#roomOf(call, peerIdOf(peer));
      return room.join(peer);
    });
  }

  /**
   * There is a room for the call, whose way may be another as yet. Throws what `SfuApi` says, for a
   * device that is not in it, and where there is no room to be had.
   */
  prepare(actor: Actor, input: CallDevice): Promise<void> {
    return this.#queue.run(input.callId, async () => {
      const { call, peer } = await this.#joined(actor, input);
      if (!this.placement.isElsewhere(call)) await this.#roomOf(call, peerIdOf(peer));
    });
  }

  /** The room in which the device has a place. Throws what `SfuApi` says. */
  async of(actor: Actor, input: CallDevice): Promise<{ room: LiveRoom; peer: Peer }> {
    const { call, stored, peer } = await this.#admitted(actor, input);
    this.placement.mustNotBeElsewhere(call);
    const room = this.#rooms.get(call.id);
    if (!room || !this.placement.isHere(call)) throw problem('gone');
    room.mustHave(peerIdOf(peer));
    room.follow(stored);
    return { room, peer };
  }

  /** What other processes did to the calls, and what time did. Never rejects. */
  async look(): Promise<void> {
    try {
      const calls = await this.calls.findAll([...this.#rooms.keys()]);
      for (const call of calls) this.#follow(call, undefined);
      const here = calls.filter(({ id }) => this.#rooms.has(id));
      await Promise.all(here.map((call) => this.placement.keep(call)));
    } catch (error) {
      // The database is away: the rooms go on.
      this.#logger.warn(`Rooms do not know of their calls: ${String(error)}`);
    }
  }

  async #admitted(actor: Actor, input: CallDevice): Promise<Admitted> {
    const admitted = await this.#joined(actor, input);
    if (admitted.call.via !== 'room') throw problem('forbidden');
    return admitted;
  }

  async #joined(actor: Actor, input: CallDevice): Promise<Admitted> {
    const stored = await this.calls.find(input.callId);
    if (!stored) throw problem('not_found');
    const call = this.desk.asHeard(stored);
    const peer = by(actor, input);
    requireJoined(call, peer);
    return { call, stored, peer };
  }

  async #roomOf(call: OneCall, comer: PeerId): Promise<LiveRoom> {
    this.placement.mustNotBeElsewhere(call);
    const room = this.#rooms.get(call.id);
    if (room && this.placement.isHere(call)) return room;
    await this.#take(call, comer);
    return this.#open(call.id);
  }

  /** From now on its room is here. Whoever had a place in another one is told, but for who asks. */
  async #take(call: OneCall, comer?: PeerId): Promise<void> {
    if (this.placement.isHere(call)) return;
    this.#drop(call.id);
    await this.placement.take(call.id);
    if (!call.host) return;
    const peers = call.parties.filter(isJoined).map(({ userId, device }) => ({
      ...{ userId, device: device! },
    }));
    for (const { device } of peers.filter((peer) => peerIdOf(peer) !== comer))
      this.publisher.publish(deviceRoom(device.sessionId, device.deviceId), 'sfu_restarted', {
        callId: call.id,
      });
  }

  async #open(callId: CallId): Promise<LiveRoom> {
    const room = new LiveRoom(callId, this.publisher);
    room.begin(await this.engine.openRoom((event) => this.#heard(room, event)));
    this.#rooms.set(callId, room);
    return room;
  }

  #heard(room: LiveRoom, event: MediaEvent): void {
    if (event.type !== 'closed') return room.heard(event);
    if (this.#rooms.get(room.callId) === room) this.#rooms.delete(room.callId);
    // What carried it has died.
    if (event.reason !== 'restarted') return;
    this.#restarts++;
    room.tellAll('sfu_restarted', { callId: room.callId });
  }

  #follow(call: OneCall, action: CallAction | undefined): void {
    const room = this.#rooms.get(call.id);
    if (room && (!isLive(call) || !this.placement.isHere(call))) this.#drop(call.id);
    else room?.follow(call);
    const isPulse = action?.type === 'pulse';
    if (isPulse && isLive(call) && this.placement.isLost(call)) this.#takeOver(call.id);
  }

  /** Devices are here, and their room is nowhere. */
  #takeOver(callId: CallId): void {
    if (this.#queue.isBusy(callId)) return;
    const taking = this.#queue.run(callId, async () => {
      const call = await this.calls.find(callId);
      if (call && isLive(call) && this.placement.isLost(call)) await this.#take(call);
    });
    taking.catch((error: unknown) => {
      // Another one was faster, or it has ended; else the next pulse comes by.
      this.#logger.debug(`A room did not move: ${String(error)}`);
    });
  }

  /** It is let go before anybody hears of it, so that nobody comes too early. */
  async #handOver(room: LiveRoom): Promise<void> {
    if (await this.#letGo(room.callId)) room.tellAll('sfu_restarted', { callId: room.callId });
    this.#drop(room.callId);
  }

  /** False where another process has it: who is in has heard so. Never rejects. */
  async #letGo(callId: CallId): Promise<boolean> {
    try {
      return await this.placement.letGo(callId);
    } catch (error) {
      // The database is away: another process has the room once this one is late to say so.
      this.#logger.warn(`A room was not let go: ${String(error)}`);
      return true;
    }
  }

  #drop(callId: CallId): void {
    const room = this.#rooms.get(callId);
    this.#rooms.delete(callId);
    room?.media.close();
  }
}
