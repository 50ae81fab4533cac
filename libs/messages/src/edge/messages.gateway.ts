import { MessagesApi, SendMessage, type Actor, type Message } from '@app/contracts';
import { CurrentActor, EdgeGateway } from '@app/platform';
import { MessageBody, SubscribeMessage } from '@nestjs/websockets';

@EdgeGateway()
export class MessagesGateway {
  constructor(private readonly messages: MessagesApi) {}

  /** Acks the object that REST returns, once it is stored. */
  @SubscribeMessage('send_message')
  async send(
    @CurrentActor() actor: Actor,
    @MessageBody({ schema: SendMessage }) input: SendMessage,
  ): Promise<{ ok: true; message: Message }> {
    const { message } = await this.messages.send(actor, input);
    return { ok: true, message };
  }
}
