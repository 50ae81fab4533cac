import {
  AccessApi,
  type Actor,
  type BatchResult,
  type ChangePage,
  type ClientMsgId,
  type DeleteMessage,
  type EditMessage,
  type ListChanges,
  type ListMessages,
  type Message,
  type MessageContext,
  type MessageHistory,
  type MessagePage,
  type MessageReceipts,
  type MessageRef,
  type MessagesApi,
  type SendBatch,
  type SendMessage,
  type SentMessage,
} from '@app/contracts';
import { Clock, IdGenerator } from '@app/platform';
import { Injectable, Logger } from '@nestjs/common';
import { ChatLog } from './chat-log.js';
import { newDraft } from './log/slot.js';
import { MessageChanges } from './message-changes.js';
import { MessageReader } from './message-reader.js';
import { mustPost } from './message-rules.js';
import { toMessage } from './message.js';
import { sendInTurn } from './send-in-turn.js';

/** Sends, and hands the rest to who reads (`MessageReader`) and who changes (`MessageChanges`). */
@Injectable()
export class MessagesService implements MessagesApi {
  readonly #logger = new Logger(MessagesService.name);

  constructor(
    private readonly access: AccessApi,
    private readonly log: ChatLog,
    private readonly reader: MessageReader,
    private readonly changer: MessageChanges,
    private readonly clock: Clock,
    private readonly ids: IdGenerator,
  ) {}

  /** The hot path: the access comes from memory, and nothing is read unless it is a reply. */
  async send(actor: Actor, input: SendMessage): Promise<SentMessage> {
    const { chatId, text, replyTo } = input;
    const access = await this.access.of(actor, { chatId });
    mustPost(access);
    if (replyTo !== undefined) await this.reader.mustBeVisible(access, replyTo);
    const { slot, isCreated } = await this.log.append(
      newDraft({
        chatId,
        senderId: actor.userId,
        clientMsgId: input.clientMsgId ?? (this.ids.next() as ClientMsgId),
        kind: 'text',
        text,
        replyTo,
        createdAt: this.clock.now(),
      }),
    );
    return { message: toMessage(slot), isCreated };
  }

  async sendBatch(actor: Actor, { items }: SendBatch): Promise<BatchResult> {
    const send = (item: SendMessage) => this.send(actor, item);
    return { items: await sendInTurn(items, send, (bug) => this.#logger.error(bug)) };
  }

  list(actor: Actor, input: ListMessages): Promise<MessagePage> {
    return this.reader.list(actor, input);
  }

  changes(actor: Actor, input: ListChanges): Promise<ChangePage> {
    return this.reader.changes(actor, input);
  }

  item(actor: Actor, input: MessageRef): Promise<Message> {
    return this.reader.item(actor, input);
  }

  history(actor: Actor, input: MessageRef): Promise<MessageHistory> {
    return this.reader.history(actor, input);
  }

  receipts(actor: Actor, input: MessageRef): Promise<MessageReceipts> {
    return this.reader.receipts(actor, input);
  }

  context(actor: Actor, input: MessageContext): Promise<MessagePage> {
    return this.reader.context(actor, input);
  }

  edit(actor: Actor, input: EditMessage): Promise<Message> {
    return this.changer.edit(actor, input);
  }

  remove(actor: Actor, input: DeleteMessage): Promise<Message> {
    return this.changer.remove(actor, input);
  }
}
