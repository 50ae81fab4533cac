import {
  Heartbeat,
  SetPresence,
  watchRoom,
  WatchPresence,
  type Actor,
  type ClientEventAck,
  type ServerEvent,
} from '@app/contracts';
import { CurrentActor, EdgeGateway, PresenceStore } from '@app/platform';
import type { OnApplicationShutdown } from '@nestjs/common';
import {
  ConnectedSocket,
  MessageBody,
  SubscribeMessage,
  WebSocketServer,
  type OnGatewayConnection,
  type OnGatewayDisconnect,
  type OnGatewayInit,
} from '@nestjs/websockets';
import type { Server, Socket } from 'socket.io';
import { DeviceLeases, type SignedInSocket } from './device-leases.js';
import { StatusNews, toStatus } from './status-news.js';
import { unwatch, watch } from './watch-list.js';

/**
 * Who is here: each socket is a device with a lease, and hears of the people it watches. Nothing of
 * it is stored, and no module is asked.
 */
@EdgeGateway()
export class PresenceGateway
  implements OnGatewayInit, OnGatewayConnection, OnGatewayDisconnect, OnApplicationShutdown
{
  @WebSocketServer()
  private readonly server!: Server;
  readonly #news = new StatusNews((status) => this.#tell(status));
  readonly #leases: DeviceLeases;
  #stopListening: (() => void) | undefined;

  constructor(private readonly presence: PresenceStore) {
    this.#leases = new DeviceLeases(presence);
  }

  afterInit(): void {
    this.#stopListening = this.presence.onChange((presence) => this.#news.add(presence));
  }

  async handleConnection(socket: SignedInSocket): Promise<void> {
    await this.#leases.renew(socket, true);
  }

  async handleDisconnect(socket: SignedInSocket): Promise<void> {
    await this.#leases.release(socket);
  }

  /** Renews the device's lease. */
  @SubscribeMessage('heartbeat')
  async heartbeat(
    @ConnectedSocket() socket: SignedInSocket,
    @MessageBody({ schema: Heartbeat }) { isActive }: Heartbeat,
  ): Promise<ClientEventAck<'heartbeat'>> {
    await this.#leases.renew(socket, isActive);
    return { ok: true };
  }

  @SubscribeMessage('set_presence')
  async setPresence(
    @CurrentActor() { userId }: Actor,
    @MessageBody({ schema: SetPresence }) { presence }: SetPresence,
  ): Promise<ClientEventAck<'set_presence'>> {
    await this.presence.wish(userId, presence);
    return { ok: true };
  }

  /** Acks what they are now; every later change comes as `user_status`. */
  @SubscribeMessage('watch_presence')
  async watch(
    @ConnectedSocket() socket: Socket,
    @MessageBody({ schema: WatchPresence }) { userIds }: WatchPresence,
  ): Promise<ClientEventAck<'watch_presence'>> {
    await watch(socket, userIds);
    return { ok: true, items: (await this.presence.statusOf(userIds)).map(toStatus) };
  }

  @SubscribeMessage('unwatch_presence')
  async unwatch(
    @ConnectedSocket() socket: Socket,
    @MessageBody({ schema: WatchPresence }) { userIds }: WatchPresence,
  ): Promise<ClientEventAck<'unwatch_presence'>> {
    await unwatch(socket, userIds);
    return { ok: true };
  }

  onApplicationShutdown(): void {
    this.#stopListening?.();
    this.#news.close();
  }

  /** To the sockets of this node alone: the store tells every node. */
  #tell(status: ServerEvent<'user_status'>): void {
    this.server.volatile.to(watchRoom(status.userId)).emit('user_status', status);
  }
}
