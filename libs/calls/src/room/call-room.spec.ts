import { deviceRoom, type SfuProducer, type SfuSource } from '@app/contracts';
import * as fc from 'fast-check';
import { isSameDevice, type OneCall } from '../call/call.js';
import type { PeerId, ProducerId } from '../media/media-ids.js';
import { ada, bob, carol, codeOf, ringingFor, tablet } from '../testing/a-group-call.js';
import { CallRoom, peerIdOf, type MediaOrder, type Peer, type RoomOutcome } from './call-room.js';

interface Streamed {
  readonly peer: Peer;
  readonly source: SfuSource;
  isResting: boolean;
  isPaused: boolean;
}

/** A room, media that do as they are told, and devices that believe what they hear. */
class Room {
  readonly media = new Map<ProducerId, Streamed>();
  readonly views = new Map<PeerId, Map<string, SfuProducer>>();
  readonly #places = new Map<string, PeerId>();
  readonly #room: CallRoom;
  #seats: readonly Peer[] = [];
  #former: OneCall[] = [];
  #call = ringingFor(bob, carol);
  #made = 0;

  constructor() {
    this.#room = new CallRoom(this.#call.id);
    for (const { device } of [ada, bob, tablet, carol]) {
      const room = deviceRoom(device.sessionId, device.deviceId);
      this.#places.set(room, peerIdOf({ device }));
    }
  }

  /** As somebody who has accepted; on another device, in place of the former one. */
  join(peer: Peer): void {
    this.#change(peer, { state: 'joined', device: peer.device });
    this.#seats = [...this.#seats.filter(({ userId }) => userId !== peer.userId), peer];
    this.#carryOut(this.#room.seat(peer));
    expect([...this.media.values()].map((one) => one.peer)).not.toContainEqual(peer);
    this.#looks(peer);
  }

  /** One whose transports came to nothing. */
  fail(peer: Peer): void {
    const failed = { ...peer };
    this.join(failed);
    this.#empty(failed);
    this.#carryOut(this.#room.unseat(failed));
  }

  /** `isMuted`: a host mutes or unmutes them at the same moment. */
  leave(peer: Peer, isMuted: boolean): void {
    if (!this.#isSeated(peer)) return;
    this.#empty(peer);
    this.#change(peer, { state: 'left', ...muteOf(isMuted) });
  }

  mute(peer: Peer, isMuted: boolean): void {
    this.#change(peer, muteOf(isMuted));
  }

  /** `isMutedMeanwhile`: while the media begin. */
  send(peer: Peer, source: SfuSource, isResting: boolean, isMutedMeanwhile: boolean): void {
    if (!this.#isSeated(peer)) return;
    const isPaused = this.#room.isPaused(peer, { source, isResting });
    const producerId = `producer-${++this.#made}` as ProducerId;
    this.media.set(producerId, { peer, source, isResting, isPaused });
    if (isMutedMeanwhile) this.mute(peer, true);
    this.#carryOut(this.#room.send(peer, { producerId, source, isResting }, isPaused));
  }

  rest(nth: number, isResting: boolean): void {
    const [producerId, streamed] = this.#nth(nth) ?? [];
    if (!producerId || !streamed) return;
    streamed.isResting = isResting;
    this.#carryOut(this.#room.rest(peerIdOf(streamed.peer), producerId, isResting));
  }

  close(nth: number): void {
    const [producerId] = this.#nth(nth) ?? [];
    if (!producerId) return;
    this.media.delete(producerId);
    this.#carryOut(this.#room.end(producerId));
  }

  /** What another process read a while ago. */
  hearLate(nth: number): void {
    const late = this.#former[nth % this.#former.length];
    if (late) expect(this.#room.follow(late)).toEqual({ orders: [], news: [] });
  }

  /** What is wrong with it. */
  get faults(): string[] {
    const isMuted = ({ peer, source }: Streamed) =>
      (source === 'microphone' || source === 'screen_audio') &&
      this.#call.parties.some(({ userId, muted }) => userId === peer.userId && muted);
    const media = [...this.media].flatMap(([producerId, streamed]) => [
      ...(this.#isSeated(streamed.peer) ? [] : [`${producerId} of somebody without a place`]),
      ...(streamed.isPaused === (streamed.isResting || isMuted(streamed))
        ? []
        : [`${producerId} is paused: ${streamed.isPaused}`]),
    ]);
    const views = [...this.views].flatMap(([peerId, view]) => {
      const sent = new Map(this.#room.sentByOthers(peerId).map((one) => [one.producerId, one]));
      const isSame = JSON.stringify([...view].sort()) === JSON.stringify([...sent].sort());
      return isSame ? [] : [`${peerId} believes ${JSON.stringify([...view])}`];
    });
    return [...media, ...views];
  }

  #change({ userId }: Peer, party: object): void {
    this.#former = [...this.#former, this.#call];
    const parties = this.#call.parties.map((one) =>
      one.userId === userId ? { ...one, ...party } : one,
    );
    this.#call = { ...this.#call, parties, version: this.#call.version + 1 };
    this.#carryOut(this.#room.follow(this.#call));
  }

  #carryOut({ orders, news }: RoomOutcome): void {
    for (const order of orders) this.#order(order);
    for (const { room, event, payload } of news) {
      const view = this.views.get(this.#places.get(room)!);
      if (!view) throw new Error(`${event} to ${room}, which has no place`);
      const { producerId } = payload as SfuProducer;
      if (event === 'sfu_producer') view.set(producerId, withoutCall(payload as SfuProducer));
      if (event === 'sfu_producer_closed') view.delete(producerId);
    }
  }

  #order(order: MediaOrder): void {
    if (order.type === 'close_peer') {
      const closed = [...this.media].filter(([, { peer }]) => peerIdOf(peer) === order.peerId);
      for (const [producerId] of closed) this.media.delete(producerId);
      this.views.delete(order.peerId);
      for (const [producerId] of closed) this.#carryOut(this.#room.end(producerId));
      return;
    }
    const streamed = this.media.get(order.producerId);
    if (!streamed) throw new Error(`${order.type} of ${order.producerId}, which is not there`);
    streamed.isPaused = order.type === 'pause_producer';
  }

  /** It is told of nothing from here on. */
  #empty(peer: Peer): void {
    this.#seats = this.#seats.filter(({ device }) => !isSameDevice(device, peer.device));
  }

  #looks(peer: Peer): void {
    const peerId = peerIdOf(peer);
    const sent = this.#room.sentByOthers(peerId);
    this.views.set(peerId, new Map(sent.map((one) => [one.producerId, one])));
  }

  #isSeated({ device }: Peer): boolean {
    return this.#seats.some((seat) => isSameDevice(seat.device, device));
  }

  #nth(nth: number) {
    return [...this.media][nth % Math.max(1, this.media.size)];
  }
}

const muteOf = (isMuted: boolean) => ({
  muted: isMuted ? { by: ada.userId, atMs: 0 } : undefined,
});

const withoutCall = ({ userId, producerId, source, isPaused }: SfuProducer): SfuProducer => ({
  ...{ userId, producerId, source, isPaused },
});

const peers = fc.constantFrom<Peer>(ada, bob, tablet, carol);
const sources = fc.constantFrom<SfuSource>('microphone', 'camera', 'screen', 'screen_audio');
const often = { weight: 3 };
const step = fc.oneof(
  { ...often, arbitrary: peers.map((peer) => (room: Room) => room.join(peer)) },
  {
    ...often,
    arbitrary: fc
      .tuple(peers, sources, fc.boolean(), fc.boolean())
      .map((what) => (room: Room) => room.send(...what)),
  },
  fc.tuple(peers, fc.boolean()).map((what) => (room: Room) => room.leave(...what)),
  peers.map((peer) => (room: Room) => room.fail(peer)),
  fc.tuple(peers, fc.boolean()).map((what) => (room: Room) => room.mute(...what)),
  fc.tuple(fc.nat(20), fc.boolean()).map((what) => (room: Room) => room.rest(...what)),
  fc.nat(20).map((nth) => (room: Room) => room.close(nth)),
  fc.nat(20).map((nth) => (room: Room) => room.hearLate(nth)),
);

describe('CallRoom', () => {
  it('has media as its people and hosts want them, and all know what is sent', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60, size: 'max' }), (steps) => {
        const room = new Room();
        for (const take of steps) {
          take(room);
          expect(room.faults).toEqual([]);
        }
      }),
      { numRuns: 500 },
    );
  });

  const room = (): CallRoom => new CallRoom(ringingFor(bob).id);
  const sending = { producerId: 'p' as ProducerId, source: 'camera', isResting: false } as const;

  it('refuses who has no place, and what is not theirs', () => {
    const here = room();
    expect(codeOf(() => here.mustHave(peerIdOf(ada)))).toMatch(/^gone/);
    expect(codeOf(() => here.send(ada, sending, false))).toMatch(/^gone/);
    here.seat(ada);
    here.seat(bob);
    here.send(ada, sending, false);
    expect(codeOf(() => here.rest(peerIdOf(bob), sending.producerId, true))).toMatch(/^not_found/);
  });

  it('leaves a place to who took it meanwhile', () => {
    const here = room();
    here.seat(ada);
    const anew = { ...ada };
    here.seat(anew);
    expect(here.unseat(ada)).toEqual({ orders: [], news: [] });
    expect(here.isSeated(anew)).toBe(true);
    const peerId = peerIdOf(ada);
    expect(here.unseat(anew).orders).toEqual([{ type: 'close_peer', peerId }]);
  });

  it('tells all of who speaks, and one of what it gets no longer', () => {
    const here = room();
    here.seat(ada);
    here.seat(bob);
    expect(here.speak(peerIdOf(bob)).news).toMatchObject([
      { event: 'sfu_speaker', payload: { userId: 'bob' } },
      { event: 'sfu_speaker', payload: { userId: 'bob' } },
    ]);
    expect(here.speak(peerIdOf(carol)).news).toEqual([]);
    expect(here.endConsumer(peerIdOf(ada), 'consumer' as never).news).toMatchObject([
      { room: deviceRoom(ada.device.sessionId, ada.device.deviceId), event: 'sfu_consumer_closed' },
    ]);
  });
});
