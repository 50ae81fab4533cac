import {
  deviceRoom,
  problem,
  type CallId,
  type ServerEvent,
  type ServerEventName,
  type SfuProducer,
  type SfuSource,
  type UserId,
} from '@app/contracts';
import { isJoined, isSameDevice, partyOf, type Device, type OneCall } from '../call/call.js';
import type { News } from '../call/news.js';
import type { ConsumerId, PeerId, ProducerId } from '../media/media-ids.js';

/** Somebody in a call, on the device on which they are. */
export interface Peer {
  readonly userId: UserId;
  readonly device: Device;
}

export const peerIdOf = ({ device: { sessionId, deviceId } }: Pick<Peer, 'device'>): PeerId =>
  `${sessionId}:${deviceId}` as PeerId;

/** What somebody sends. `isResting`: they have paused it, whatever hosts say. */
export interface Sending {
  readonly producerId: ProducerId;
  readonly source: SfuSource;
  readonly isResting: boolean;
}

/** `isPaused`: it is passed on to nobody, by its sender's wish or a host's. */
interface Sent extends Sending {
  readonly peerId: PeerId;
  readonly userId: UserId;
  readonly isPaused: boolean;
}

/** What the media are to do, so that they are as the room is. */
export type MediaOrder =
  | { readonly type: 'close_peer'; readonly peerId: PeerId }
  | {
      readonly type: 'pause_producer' | 'resume_producer';
      readonly peerId: PeerId;
      readonly producerId: ProducerId;
    };

/** What comes of something: what the media are to do, and what is said to whom. */
export interface RoomOutcome {
  readonly orders: readonly MediaOrder[];
  readonly news: readonly News[];
}

/**
 * The room of a call as it should be: whose device has a place in it, what is sent, and who is told
 * of it. It does nothing itself: whoever has it carries out what it says (`LiveRoom`).
 */
export class CallRoom {
  readonly #peers = new Map<PeerId, Peer>();
  readonly #sent = new Map<ProducerId, Sent>();
  /** Whose sound is not passed on, as hosts have muted them. */
  #muted: ReadonlySet<UserId> = new Set();
  #version = 0;

  constructor(readonly callId: CallId) {}

  /** Throws `gone` for who has to join first. */
  mustHave(peerId: PeerId): void {
    if (!this.#peers.has(peerId)) throw problem('gone');
  }

  /** Whether the place is still the one that was given to them then. */
  isSeated(peer: Peer): boolean {
    return this.#peers.get(peerIdOf(peer)) === peer;
  }

  /** A place, anew, without what they had before. */
  seat(peer: Peer): RoomOutcome {
    const peerId = peerIdOf(peer);
    const orders = this.#peers.has(peerId) ? [closePeer(peerId)] : [];
    this.#peers.set(peerId, peer);
    return { orders, news: [] };
  }

  /** The place came to nothing. Whoever took it meanwhile keeps it. */
  unseat(peer: Peer): RoomOutcome {
    const peerId = peerIdOf(peer);
    if (this.isSeated(peer)) this.#peers.delete(peerId);
    return { orders: this.#peers.has(peerId) ? [] : [closePeer(peerId)], news: [] };
  }

  sentByOthers(peerId: PeerId): SfuProducer[] {
    return [...this.#sent.values()].filter((sent) => sent.peerId !== peerId).map(producerOf);
  }

  /** Whose it is; undefined once it has ended. */
  senderOf(producerId: ProducerId): UserId | undefined {
    return this.#sent.get(producerId)?.userId;
  }

  /** Whether it is passed on to nobody, as things are. */
  isPaused(
    { userId }: Pick<Peer, 'userId'>,
    { source, isResting }: Omit<Sending, 'producerId'>,
  ): boolean {
    return isResting || (isSound(source) && this.#muted.has(userId));
  }

  /** `isPaused`: as its media began; they may be muted since. Throws `gone` without a place. */
  send(peer: Peer, sending: Sending, isPaused: boolean): RoomOutcome {
    const peerId = peerIdOf(peer);
    this.mustHave(peerId);
    const sent = { peerId, userId: peer.userId, ...sending, isPaused };
    const begun = this.#put(sent);
    return joined({ orders: [], news: begun }, this.#adjust(sent));
  }

  /** Throws `not_found` for what somebody else sends, or nobody. */
  rest(peerId: PeerId, producerId: ProducerId, isResting: boolean): RoomOutcome {
    const sent = this.#sent.get(producerId);
    if (sent?.peerId !== peerId) throw problem('not_found');
    const changed = { ...sent, isResting };
    this.#sent.set(producerId, changed);
    return this.#adjust(changed);
  }

  /** Whoever is not in the call any more has nothing in its room, and who is muted is not heard. */
  follow(call: OneCall): RoomOutcome {
    // What was read before is known.
    if (call.version < this.#version) return nothing;
    this.#version = call.version;
    this.#muted = new Set(call.parties.flatMap(({ userId, muted }) => (muted ? [userId] : [])));
    const gone = [...this.#peers.values()].filter((peer) => !isIn(call, peer)).map(peerIdOf);
    for (const peerId of gone) this.#peers.delete(peerId);
    // What those send who are gone ends with their place.
    const staying = [...this.#sent.values()].filter(({ peerId }) => this.#peers.has(peerId));
    const closing = { orders: gone.map(closePeer), news: [] };
    return joined(closing, ...staying.map((sent) => this.#adjust(sent)));
  }

  /** Its media have ended. */
  end(producerId: ProducerId): RoomOutcome {
    const sent = this.#sent.get(producerId);
    if (!sent) return nothing;
    this.#sent.delete(producerId);
    const { userId, peerId } = sent;
    const payload = { callId: this.callId, userId, producerId };
    return { orders: [], news: this.toAll('sfu_producer_closed', payload, peerId) };
  }

  /** Somebody gets it no longer, through no deed of theirs. */
  endConsumer(peerId: PeerId, consumerId: ConsumerId): RoomOutcome {
    const payload = { callId: this.callId, consumerId };
    return { orders: [], news: this.#toOne(peerId, 'sfu_consumer_closed', payload) };
  }

  /** Whose voice is the loudest. */
  speak(peerId: PeerId): RoomOutcome {
    const peer = this.#peers.get(peerId);
    if (!peer) return nothing;
    const payload = { callId: this.callId, userId: peer.userId };
    return { orders: [], news: this.toAll('sfu_speaker', payload) };
  }

  /** To all who have a place in it. */
  toAll<N extends ServerEventName>(event: N, payload: ServerEvent<N>, except?: PeerId): News[] {
    return [...this.#peers.keys()]
      .filter((peerId) => peerId !== except)
      .flatMap((peerId) => this.#toOne(peerId, event, payload));
  }

  #toOne<N extends ServerEventName>(peerId: PeerId, event: N, payload: ServerEvent<N>): News[] {
    const peer = this.#peers.get(peerId);
    if (!peer) return [];
    const { sessionId, deviceId } = peer.device;
    return [{ room: deviceRoom(sessionId, deviceId), event, payload }];
  }

  /** As its sender and the hosts want it. */
  #adjust(sent: Sent): RoomOutcome {
    const { userId, peerId, producerId } = sent;
    const isPaused = this.isPaused({ userId }, sent);
    if (isPaused === sent.isPaused) return nothing;
    const type = isPaused ? 'pause_producer' : 'resume_producer';
    return { orders: [{ type, peerId, producerId }], news: this.#put({ ...sent, isPaused }) };
  }

  #put(sent: Sent): News[] {
    this.#sent.set(sent.producerId, sent);
    return this.toAll('sfu_producer', { callId: this.callId, ...producerOf(sent) }, sent.peerId);
  }
}

const nothing: RoomOutcome = { orders: [], news: [] };

const closePeer = (peerId: PeerId): MediaOrder => ({ type: 'close_peer', peerId });

const joined = (...outcomes: readonly RoomOutcome[]): RoomOutcome => ({
  orders: outcomes.flatMap(({ orders }) => orders),
  news: outcomes.flatMap(({ news }) => news),
});

function isIn(call: OneCall, { userId, device }: Peer): boolean {
  const party = partyOf(call, userId);
  return party !== undefined && isJoined(party) && isSameDevice(party.device, device);
}

/** Whether it is a voice only its sender knows: of one who is muted, no sound is passed on. */
const isSound = (source: SfuSource): boolean =>
  source === 'microphone' || source === 'screen_audio';

const producerOf = ({ userId, producerId, source, isPaused }: Sent): SfuProducer => ({
  ...{ userId, producerId, source, isPaused },
});
