import {
  AccessApi,
  chatRoom,
  ChatsApi,
  MembersApi,
  typingRoom,
  type Actor,
  type ChatId,
  type ClientEventAck,
} from '@app/contracts';
import { SocketGreeter, TypingStore } from '@app/platform';
import { Injectable } from '@nestjs/common';
import type { Socket } from 'socket.io';

/** Which rooms a socket is in: of all its person's chats, and of those that it has open. */
@Injectable()
export class ChatRooms {
  constructor(
    private readonly access: AccessApi,
    private readonly chats: ChatsApi,
    private readonly members: MembersApi,
    private readonly typing: TypingStore,
    greeter: SocketGreeter,
  ) {
    greeter.joinOnConnect(async (actor) => {
      const { chatIds } = await this.access.chatIds(actor, {});
      return chatIds.map(chatRoom);
    });
  }

  /**
   * Adds the passing events of a chat, and says how things stand. Throws `not_found`, `not_member`.
   */
  async open(
    actor: Actor,
    socket: Socket,
    chatId: ChatId,
  ): Promise<Omit<ClientEventAck<'join_chat'>, 'ok'>> {
    await this.access.of(actor, { chatId });
    await socket.join([chatRoom(chatId), typingRoom(chatId)]);
    try {
      // Again, now that it is in: who was removed meanwhile was not yet there to be sent out.
      const [{ headSeq, headRev }, { items }, typists] = await Promise.all([
        this.chats.get(actor, { chatId }),
        this.members.list(actor, { chatId, limit: 100 }),
        this.typing.in(chatId),
      ]);
      const typing = typists.filter((userId) => userId !== actor.userId);
      return { headSeq, headRev, members: items, typing };
    } catch (error) {
      // Removed in this moment, or the chats cannot be had: nothing may be heard in either case.
      await Promise.all([socket.leave(chatRoom(chatId)), socket.leave(typingRoom(chatId))]);
      throw error;
    }
  }
}
