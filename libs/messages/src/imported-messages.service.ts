import {
  isProblem,
  type Actor,
  type ChatId,
  type Done,
  type ImportedMessage,
  type ImportedMessagesApi,
  type ImportMessages,
} from '@app/contracts';
import { Injectable } from '@nestjs/common';
import { ChatLog } from './chat-log.js';
import { messageIdOf } from './log/message-id.js';
import { newDraft, type Draft, type Slot } from './log/slot.js';
import { MessageDrafts } from './message-drafts.js';

/** Puts what was said elsewhere into a log, by its authors and when it was said. */
@Injectable()
export class ImportedMessagesService implements ImportedMessagesApi {
  constructor(
    private readonly drafts: MessageDrafts,
    private readonly log: ChatLog,
  ) {}

  async store(actor: Actor, { chatId, items }: ImportMessages): Promise<Done> {
    const drafts: Draft[] = [];
    // One after the other: who has files asks for them, and nearly nobody has.
    for (const item of items) drafts.push(await this.#draftOf(actor, chatId, item));
    const slots = await Promise.all(drafts.map((draft) => this.#store(draft)));
    for (const [index, item] of items.entries()) {
      const slot = slots[index];
      if (slot && (item.reactions || item.isPinned)) await this.#sign(actor, slot, item);
    }
    return {};
  }

  /** Undefined where something else was said under this id. */
  async #store(draft: Draft): Promise<Slot | undefined> {
    try {
      return (await this.log.append(draft)).slot;
    } catch (error) {
      // A later export has it in other words, by an edit: what has come in before stays as it is,
      // and all that comes behind it must not wait for ever.
      if (!isProblem(error, 'idempotency_conflict')) throw error;
      return undefined;
    }
  }

  #draftOf(actor: Actor, chatId: ChatId, item: ImportedMessage): Draft | Promise<Draft> {
    const { senderId, clientMsgId, text, createdAt, replyTo, fileIds } = item;
    const draft = newDraft({
      chatId,
      senderId,
      clientMsgId,
      kind: fileIds ? 'file' : 'text',
      text,
      replyTo: replyTo && messageIdOf(chatId, replyTo.senderId, replyTo.clientMsgId),
      createdAt: new Date(createdAt),
    });
    return fileIds ? this.drafts.withFiles(actor, draft, fileIds) : draft;
  }

  /** All at once, and once: whoever has said something of it since is not overruled. */
  async #sign(actor: Actor, slot: Slot, { reactions, isPinned }: ImportedMessage): Promise<void> {
    await this.log.change(slot, (current) => {
      if (current.deletedAt || current.signs) return undefined;
      const pin = { at: current.createdAt, by: actor.userId };
      return { ...(reactions && { reactions }), ...(isPinned && { pin }) };
    });
  }
}
