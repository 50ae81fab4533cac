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
import { StatusNews, toStatus } from './status-news.js';
import { unwatch, watch } from './watch-list.js';

type SignedInSocket = Socket<never, never, never, { actor: Actor }>;

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
  #stopListening: (() => void) | undefined;

  constructor(private readonly presence: PresenceStore) {}

  afterInit(): void {
    this.#stopListening = this.presence.onChange((presence) => this.#news.add(presence));
  }

  async handleConnection(socket: SignedInSocket): Promise<void> {
    await this.#renew(socket, true);
  }

  async handleDisconnect(socket: SignedInSocket): Promise<void> {
    await this.presence.release(socket.data.actor.userId, socket.id);
  }

  /** Renews the device's lease. */
  @SubscribeMessage('heartbeat')
  async heartbeat(
    @ConnectedSocket() socket: SignedInSocket,
    @MessageBody({ schema: Heartbeat }) { isActive }: Heartbeat,
  ): Promise<ClientEventAck<'heartbeat'>> {
    await this.#renew(socket, isActive);
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

  async #renew(socket: SignedInSocket, isActive: boolean): Promise<void> {
    const { userId } = socket.data.actor;
    await this.presence.renew({ userId, deviceId: socket.id, isActive });
    // It left while its lease was being renewed: the lease would outlive it by a minute.
    if (!socket.connected) await this.presence.release(userId, socket.id);
  }

  /** To the sockets of this node alone: the store tells every node. */
  #tell(status: ServerEvent<'user_status'>): void {
    this.server.volatile.to(watchRoom(status.userId)).emit('user_status', status);
  }
}
