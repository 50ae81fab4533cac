import { MessagesApi, problem, type Actor, type MarkRead, type ReadMessage } from '@app/contracts';
import { Injectable } from '@nestjs/common';

/** Places in chats, for clients that know messages by their ids only. */
@Injectable()
export class ReadSeqs {
  constructor(private readonly messages: MessagesApi) {}

  /** Throws `not_found` for a message that is not there, or not in the chat that is named too. */
  async of(actor: Actor, input: ReadMessage): Promise<MarkRead> {
    if ('seq' in input) return input;
    const { chatId, seq } = await this.messages.item(actor, { messageId: input.messageId });
    if (input.chatId !== undefined && input.chatId !== chatId) throw problem('not_found');
    return { chatId, seq };
  }
}
