import {
  DeliveredMessage,
  JoinChat,
  ReadMessage,
  ReadsApi,
  Typing,
  typingRoom,
  type Actor,
  type ClientEventAck,
} from '@app/contracts';
import { CurrentActor, EdgeGateway } from '@app/platform';
import { ConnectedSocket, MessageBody, SubscribeMessage } from '@nestjs/websockets';
import type { Socket } from 'socket.io';
import { ChatRooms } from './chat-rooms.js';
import { ReadSeqs } from './read-seqs.js';
import { TypingRelay } from './typing-relay.js';

@EdgeGateway()
export class ChatsGateway {
  constructor(
    private readonly rooms: ChatRooms,
    private readonly reads: ReadsApi,
    private readonly seqs: ReadSeqs,
    private readonly relay: TypingRelay,
  ) {}

  /** Acks once everything that is said in the chat from now on will arrive. Idempotent. */
  @SubscribeMessage('join_chat')
  async join(
    @CurrentActor() actor: Actor,
    @ConnectedSocket() socket: Socket,
    @MessageBody({ schema: JoinChat }) { chatId }: JoinChat,
  ): Promise<ClientEventAck<'join_chat'>> {
    return { ok: true, ...(await this.rooms.open(actor, socket, chatId)) };
  }

  /** Ends the passing events of a chat; its messages go on. */
  @SubscribeMessage('leave_chat')
  async leave(
    @ConnectedSocket() socket: Socket,
    @MessageBody({ schema: JoinChat }) { chatId }: JoinChat,
  ): Promise<ClientEventAck<'leave_chat'>> {
    await socket.leave(typingRoom(chatId));
    return { ok: true };
  }

  @SubscribeMessage('typing')
  async typing(
    @CurrentActor() actor: Actor,
    @ConnectedSocket() socket: Socket,
    @MessageBody({ schema: Typing }) input: Typing,
  ): Promise<ClientEventAck<'typing'>> {
    await this.relay.tell(actor, socket, input);
    return { ok: true };
  }

  @SubscribeMessage('read_message')
  async read(
    @CurrentActor() actor: Actor,
    @MessageBody({ schema: ReadMessage }) input: ReadMessage,
  ): Promise<ClientEventAck<'read_message'>> {
    return { ok: true, state: await this.reads.markRead(actor, await this.seqs.of(actor, input)) };
  }

  @SubscribeMessage('delivered_message')
  async delivered(
    @CurrentActor() actor: Actor,
    @MessageBody({ schema: DeliveredMessage }) input: DeliveredMessage,
  ): Promise<ClientEventAck<'delivered_message'>> {
    return { ok: true, state: await this.reads.markDelivered(actor, input) };
  }
}
