import type { ProblemBody, Room, ServerEvent, ServerEventName } from '@app/contracts';
import { Encoder, PacketType } from 'socket.io-parser';

export interface PublishOptions {
  /** Sockets of this room do not get it, although they are in the other. */
  readonly except?: Room;
  /** Passing news: a socket that lags is skipped. Default false. */
  readonly isVolatile?: boolean;
}

/**
 * Says something to all sockets of a room, whichever node they are connected to, and moves sockets
 * between rooms.
 *
 * What one publisher asks for reaches a socket in the order of the calls. Deliberately not here: a
 * promise of arrival. A socket may miss an event at any time, notices by `rev`, and asks; so nobody
 * waits or retries. No method throws; what finds Redis away is dropped.
 */
export abstract class RealtimePublisher {
  abstract publish<N extends ServerEventName>(
    room: Room,
    event: N,
    payload: ServerEvent<N>,
    options?: PublishOptions,
  ): void;

  /** The sockets of `whom` join the room `to`: members who came. */
  abstract admit(whom: Room, to: Room): void;

  /** The sockets of `whom` leave the room `from`: members who went. */
  abstract evict(whom: Room, from: Room): void;

  /** The sockets of `whom` hear the problem and are closed. */
  abstract disconnect(whom: Room, problem: ProblemBody): void;
}

/** What a node does for its sockets in `room`. The packet was encoded once, by the publisher. */
export type FeedMessage =
  | {
      readonly type: 'packet';
      readonly room: Room;
      readonly packet: string;
      readonly except?: Room | undefined;
      readonly isVolatile?: boolean | undefined;
    }
  | { readonly type: 'admit'; readonly room: Room; readonly to: Room }
  | { readonly type: 'evict'; readonly room: Room; readonly from: Room }
  | { readonly type: 'disconnect'; readonly room: Room; readonly problem: ProblemBody };

/** Carries out a message on the sockets of this process. */
export type Deliver = (message: FeedMessage) => void;

/** Where the sockets of this process hear from: told which rooms have members here. */
export abstract class RoomFeed {
  /** Who writes to the sockets. Called once, by the socket server. */
  abstract connect(deliver: Deliver): void;

  /**
   * The room has its first member here. What is published after the promise resolved will be
   * delivered.
   */
  abstract open(room: Room): Promise<void>;

  /** The room's last member here has left. */
  abstract close(room: Room): void;
}

const encoder = new Encoder();

/**
 * The Socket.IO packet as text, `2["new_message",{…}]`: encoded once, by the publisher, for all
 * nodes.
 */
export function encodeEvent<N extends ServerEventName>(event: N, payload: ServerEvent<N>): string {
  const packet = { type: PacketType.EVENT, nsp: '/', data: [event, payload] };
  return (encoder.encode(packet) as [string])[0];
}

/** The message that carries an event to the sockets of a room. */
export function packetOf<N extends ServerEventName>(
  room: Room,
  event: N,
  payload: ServerEvent<N>,
  { except, isVolatile }: PublishOptions = {},
): FeedMessage {
  return { type: 'packet', room, packet: encodeEvent(event, payload), except, isVolatile };
}
