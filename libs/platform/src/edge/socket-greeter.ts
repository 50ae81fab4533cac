import type { Actor, Room } from '@app/contracts';
import { Injectable } from '@nestjs/common';

/** Tells the rooms that a person's sockets are in from the start. */
export type RoomsOf = (actor: Actor) => Promise<readonly Room[]>;

/**
 * How domains take part in the arrival of a socket: a domain's edge registers, in its constructor,
 * which rooms each new socket joins before it hears `ready`.
 *
 * A socket that is evicted from a room while the rooms are looked up does not join it. When a
 * lookup fails the socket is told the problem and closed; its client comes again.
 */
@Injectable()
export class SocketGreeter {
  readonly #lookUps: RoomsOf[] = [];

  /** Called once per socket, on every connect: answer from memory. */
  joinOnConnect(roomsOf: RoomsOf): void {
    this.#lookUps.push(roomsOf);
  }

  /** Every room that any domain names. Rejects with what a lookup rejects with. */
  async roomsOf(actor: Actor): Promise<readonly Room[]> {
    const rooms = await Promise.all(this.#lookUps.map((lookUp) => lookUp(actor)));
    return rooms.flat();
  }
}
