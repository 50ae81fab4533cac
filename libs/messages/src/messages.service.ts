import {
  AccessApi,
  type Actor,
  type BatchResult,
  type ChangePage,
  type ChatFilePage,
  type DeleteMessage,
  type EditMessage,
  type ListChanges,
  type ListChatFiles,
  type ListMessages,
  type Message,
  type MessageContext,
  type MessageHistory,
  type MessageItems,
  type MessagePage,
  type MessageReceipts,
  type MessageRef,
  type MessagesApi,
  type MessagesWanted,
  type SendBatch,
  type SendMessage,
  type SentMessage,
  type SlotsWanted,
} from '@app/contracts';
import { Injectable, Logger } from '@nestjs/common';
import { ChatFiles } from './chat-files.js';
import { ChatLog } from './chat-log.js';
import { MessageChanges } from './message-changes.js';
import { MessageDrafts } from './message-drafts.js';
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
    private readonly drafts: MessageDrafts,
    private readonly chatFiles: ChatFiles,
  ) {}

  /** The hot path: the access comes from memory, and a plain text asks nobody anything. */
  async send(actor: Actor, input: SendMessage): Promise<SentMessage> {
    const access = await this.access.of(actor, { chatId: input.chatId });
    mustPost(access);
    if (input.replyTo !== undefined) await this.reader.mustBeVisible(access, input.replyTo);
    const { slot, isCreated } = await this.log.append(await this.drafts.of(actor, input));
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

  files(actor: Actor, input: ListChatFiles): Promise<ChatFilePage> {
    return this.chatFiles.list(actor, input);
  }

  item(actor: Actor, input: MessageRef): Promise<Message> {
    return this.reader.item(actor, input);
  }

  items(actor: Actor, input: MessagesWanted): Promise<MessageItems> {
    return this.reader.items(actor, input);
  }

  around(actor: Actor, input: SlotsWanted): Promise<MessageItems> {
    return this.reader.around(actor, input);
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
