import {
  callMessageKey,
  problem,
  type Actor,
  type AppendCall,
  type AppendSystem,
  type ChangePage,
  type ChatHead,
  type ChatHeads,
  type ChatId,
  type ChatLogApi,
  type ForgetSlots,
  type ForgottenSlots,
  type HeadsOf,
  type HoldingMessages,
  type ListChanges,
  type Message,
  type MessageItems,
  type MessageRef,
  type MessagesById,
  type OwnSlots,
  type SlotsBehind,
  type SlotsWeight,
  type WeighSlots,
} from '@app/contracts';
import { Clock, textBytes } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { ChatLog } from './chat-log.js';
import { HiddenMessagesRepository } from './hidden-messages.repository.js';
import { erasure, newDraft } from './log/slot.js';
import { SlotsRepository } from './log/slots.repository.js';
import { toMessage } from './message.js';
import { changePage } from './pages.js';

/** Heads that are looked up at once, for chats that this process does not know yet. */
const LOOK_UPS = 16;

/** The log for other modules: they have checked who asks, and see everything. */
@Injectable()
export class ChatLogService implements ChatLogApi {
  constructor(
    private readonly log: ChatLog,
    private readonly hidden: HiddenMessagesRepository,
    private readonly slots: SlotsRepository,
    private readonly clock: Clock,
  ) {}

  async append(actor: Actor, input: AppendSystem): Promise<Message> {
    const { chatId, clientMsgId, system } = input;
    const senderId = actor.userId;
    const createdAt = input.createdAt === undefined ? this.clock.now() : new Date(input.createdAt);
    const { slot } = await this.log.append(
      newDraft({ chatId, senderId, clientMsgId, kind: 'system', text: '', system, createdAt }),
    );
    return toMessage(slot);
  }

  async appendCall(actor: Actor, { chatId, call }: AppendCall): Promise<Message> {
    const senderId = actor.userId;
    const clientMsgId = callMessageKey(call);
    const createdAt = this.clock.now();
    const { slot } = await this.log.append(
      newDraft({ chatId, senderId, clientMsgId, kind: 'call', text: '', call, createdAt }),
    );
    return toMessage(slot);
  }

  async changes(_: Actor, { chatId, afterRev, limit }: ListChanges): Promise<ChangePage> {
    const changes = await this.log.reader.changes(chatId, afterRev, limit);
    return changePage(changes, afterRev, changes.slots.map(toMessage));
  }

  /** In the order asked for. */
  async heads(_: Actor, { chatIds }: HeadsOf): Promise<ChatHeads> {
    const items: ChatHead[] = [];
    const open = [...chatIds.entries()];
    const lookUp = async () => {
      for (let next = open.pop(); next; next = open.pop()) {
        const [i, chatId] = next;
        items[i] = await this.#headOf(chatId);
      }
    };
    await Promise.all(Array.from({ length: LOOK_UPS }, lookUp));
    return { items };
  }

  async hiddenAmong(_: Actor, { items }: OwnSlots): Promise<OwnSlots> {
    return { items: await this.hidden.amongSlots(items) };
  }

  async slotsBehind(_: Actor, { chatId, afterSeq, limit }: SlotsBehind): Promise<MessageItems> {
    const page = await this.log.reader.page(chatId, { visibleFromSeq: 1, afterSeq, limit });
    return { items: page.slots.map(toMessage) };
  }

  async weigh(_: Actor, { chatId, afterSeq, limit }: WeighSlots): Promise<SlotsWeight> {
    const said = await this.slots.said(chatId, afterSeq + 1, afterSeq + 1 + limit);
    const files = said.flatMap((slot) => slot.files ?? []);
    const bytes = files.reduce((sum, { size }) => sum + size, textBytes(said));
    return { messages: said.length, files: files.length, bytes };
  }

  async holding(_: Actor, { messageIds }: MessagesById): Promise<HoldingMessages> {
    const slots = await this.slots.findMany(messageIds);
    const items = slots.flatMap(({ id, seq, files }) =>
      files ? [{ messageId: id, seq, fileIds: files.map((file) => file.id) }] : [],
    );
    return { items };
  }

  async erase({ userId }: Actor, { messageId }: MessageRef): Promise<Message> {
    const slot = await this.slots.find(messageId);
    if (!slot) throw problem('not_found');
    if (slot.kind === 'system') throw problem('forbidden');
    const erased = await this.log.change(slot, (current) =>
      current.deletedAt ? undefined : erasure(userId, this.clock.now()),
    );
    return toMessage(erased);
  }

  async forget(_: Actor, { chatId, afterSeq, limit }: ForgetSlots): Promise<ForgottenSlots> {
    const { headSeq } = await this.#headOf(chatId);
    const toSeq = Math.min(afterSeq + limit, headSeq);
    await this.log.forget(chatId, afterSeq + 1, toSeq, this.clock.now());
    return { toSeq, hasMore: toSeq < headSeq };
  }

  async #headOf(chatId: ChatId): Promise<ChatHead> {
    const { seq, rev } = this.log.headOf(chatId) ?? (await this.log.reader.head(chatId));
    return { chatId, headSeq: seq, headRev: rev };
  }
}
