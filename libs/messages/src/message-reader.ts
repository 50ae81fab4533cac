import { hiddenCopy } from '@app/chat-state';
import {
  AccessApi,
  isProblem,
  problem,
  type Access,
  type Actor,
  type ChangePage,
  type ChatId,
  type ListChanges,
  type ListMessages,
  type Message,
  type MessageContext,
  type MessageHistory,
  type MessageId,
  type MessageItems,
  type MessagePage,
  type MessageReceipts,
  type MessageRef,
  type MessagesWanted,
  type SlotsWanted,
} from '@app/contracts';
import { Injectable } from '@nestjs/common';
import { ChatLog } from './chat-log.js';
import { HiddenMessagesRepository } from './hidden-messages.repository.js';
import type { Slot } from './log/slot.js';
import { SlotsRepository } from './log/slots.repository.js';
import { MessageFinder } from './message-finder.js';
import { toMessage } from './message.js';
import { changePage, messagePage } from './pages.js';

/**
 * What a member reads of a log, with what they have deleted for themselves made empty. Every method
 * throws `not_found` and `not_member`.
 */
@Injectable()
export class MessageReader {
  constructor(
    private readonly access: AccessApi,
    private readonly log: ChatLog,
    private readonly slots: SlotsRepository,
    private readonly finder: MessageFinder,
    private readonly hidden: HiddenMessagesRepository,
  ) {}

  async list(actor: Actor, { chatId, ...where }: ListMessages): Promise<MessagePage> {
    const { visibleFromSeq } = await this.access.of(actor, { chatId });
    const window = { visibleFromSeq, ...where };
    const page = await this.log.reader.page(chatId, window);
    return messagePage(page, window, await this.asSeenBy(actor, page.slots));
  }

  async changes(actor: Actor, { chatId, afterRev, limit }: ListChanges): Promise<ChangePage> {
    const { visibleFromSeq } = await this.access.of(actor, { chatId });
    const changes = await this.log.reader.changes(chatId, afterRev, limit);
    const visible = changes.slots.filter(({ seq }) => seq >= visibleFromSeq);
    return changePage(changes, afterRev, await this.asSeenBy(actor, visible));
  }

  async item(actor: Actor, { messageId }: MessageRef): Promise<Message> {
    const { slot } = await this.finder.find(actor, messageId);
    return this.oneAsSeenBy(actor, slot);
  }

  /** At most 50; those that the actor may not see are left out. */
  async items(actor: Actor, { messageIds }: MessagesWanted): Promise<MessageItems> {
    const slots = await this.slots.findMany(messageIds);
    const byChat = Map.groupBy(slots, ({ chatId }) => chatId);
    const visible = [...byChat].map(async ([chatId, some]) => {
      const first = await this.#firstVisible(actor, chatId);
      return some.filter(({ seq }) => seq >= first);
    });
    return { items: await this.asSeenBy(actor, (await Promise.all(visible)).flat()) };
  }

  /** At most 50 slots and what is beside them; those that the actor may not see are left out. */
  async around(actor: Actor, { slots, reach }: SlotsWanted): Promise<MessageItems> {
    const byChat = Map.groupBy(slots, ({ chatId }) => chatId);
    const visible = [...byChat].map(async ([chatId, some]): Promise<[ChatId, number[]]> => {
      const first = await this.#firstVisible(actor, chatId);
      return [chatId, seqsAround(some, reach).filter((seq) => seq >= first)];
    });
    const wanted = (await Promise.all(visible)).filter(([, seqs]) => seqs.length > 0);
    return { items: await this.asSeenBy(actor, await this.slots.at(new Map(wanted))) };
  }

  async history(actor: Actor, { messageId }: MessageRef): Promise<MessageHistory> {
    const { isHidden } = await this.item(actor, { messageId });
    const former = isHidden ? [] : await this.slots.history(messageId);
    return {
      items: former.map(({ rev, text, at }) => ({ rev, text, replacedAt: at.toISOString() })),
    };
  }

  async receipts(actor: Actor, { messageId }: MessageRef): Promise<MessageReceipts> {
    const { slot } = await this.finder.find(actor, messageId);
    return this.access.receipts(actor, { chatId: slot.chatId, seq: slot.seq });
  }

  async context(actor: Actor, { messageId, limit }: MessageContext): Promise<MessagePage> {
    const { slot } = await this.finder.find(actor, messageId);
    return this.list(actor, { chatId: slot.chatId, aroundSeq: slot.seq, limit });
  }

  /**
   * For a reply: a message of this chat that its member may see; also a deleted one, or the retry
   * of a reply whose ack was lost might fail. One point read.
   */
  async mustBeVisible({ chatId, visibleFromSeq }: Access, messageId: MessageId): Promise<void> {
    const slot = await this.slots.find(messageId);
    const isVisible = slot?.chatId === chatId && slot.seq >= visibleFromSeq;
    if (!isVisible) throw problem('not_found');
  }

  /** At most 500, of any chats: what the reader has deleted for themselves is empty. */
  async asSeenBy({ userId }: Actor, slots: readonly Slot[]): Promise<Message[]> {
    const own = slots.map(({ chatId, seq }) => ({ userId, chatId, seq }));
    const hidden = new Set(await this.hidden.amongSlots(own));
    return slots.map((slot, i) => {
      const message = toMessage(slot);
      return hidden.has(own[i]!) ? hiddenCopy(message) : message;
    });
  }

  async oneAsSeenBy(actor: Actor, slot: Slot): Promise<Message> {
    const [message] = await this.asSeenBy(actor, [slot]);
    return message!;
  }

  /** The first slot that the actor may see; beyond all slots in a chat that they are not in. */
  async #firstVisible(actor: Actor, chatId: ChatId): Promise<number> {
    try {
      return (await this.access.of(actor, { chatId })).visibleFromSeq;
    } catch (error) {
      // A stranger asks for it, or the chat is gone: so it is with one message, too.
      if (isProblem(error, 'not_member', 'not_found')) return Infinity;
      throw error;
    }
  }
}

/** Each once. */
function seqsAround(slots: readonly { readonly seq: number }[], reach: number): number[] {
  const beside = Array.from({ length: 2 * reach + 1 }, (_, i) => i - reach);
  return [...new Set(slots.flatMap(({ seq }) => beside.map((step) => seq + step)))];
}
