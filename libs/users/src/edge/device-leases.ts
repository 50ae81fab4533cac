import type { Actor } from '@app/contracts';
import type { PresenceStore } from '@app/platform';
import type { Socket } from 'socket.io';

/** A socket after its handshake. */
export type SignedInSocket = Socket<never, never, never, { actor: Actor }>;

/** Each socket is a device of its person, with a lease as long as it lives. */
export class DeviceLeases {
  constructor(private readonly presence: PresenceStore) {}

  /** `isActive`: whether somebody is touching the device. */
  async renew(socket: SignedInSocket, isActive: boolean): Promise<void> {
    const { userId } = socket.data.actor;
    await this.presence.renew({ userId, deviceId: socket.id, isActive });
    // It left while its lease was being renewed: the lease would outlive it by a minute.
    if (!socket.connected) await this.release(socket);
  }

  /** Idempotent. */
  async release(socket: SignedInSocket): Promise<void> {
    await this.presence.release(socket.data.actor.userId, socket.id);
  }
}
