import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import {
  callMessageKey,
  ClientMsgId,
  MessageId,
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
  type ImportMessages,
  type ListChanges,
  type Message,
  type MessageItems,
  type MessageRef,
  type MessagesById,
  type OwnSlot,
  type OwnSlots,
  type SlotsBehind,
  type SlotsWeight,
  type WeighSlots,
} from '@app/contracts';
import { textBytes, type EventBus } from '@app/platform';

interface Log {
  readonly slots: Message[];
  /** `revs[rev - 1]`: the seq of the slot that won it. */
  readonly revs: number[];
}

/**
 * The chat log as other modules see it, in memory: for tests of the chats module alone. Passes
 * `chatLogConformance`, as the real one does.
 */
export class MemoryChatLog implements ChatLogApi {
  readonly #logs = new Map<ChatId, Log>();
  readonly #hidden = new Set<string>();
  #frozenHeads: ReadonlyMap<ChatId, ChatHead> | undefined;
  /** Set to false to lose facts, as a crash would. */
  tellsFacts = true;
  /** Reads of pages so far: what a catch-up costs. */
  pagesRead = 0;
  /** Times that somebody asked what is hidden. */
  hiddenAsked = 0;

  constructor(private readonly eventBus: EventBus) {}

  append(actor: Actor, input: AppendSystem): Promise<Message> {
    const { chatId, clientMsgId, system, createdAt } = input;
    return this.#append(
      actor,
      chatId,
      { clientMsgId, kind: 'system', text: '', system },
      createdAt,
    );
  }

  /** As `ImportedMessagesApi` does. */
  async store(actor: Actor, { chatId, items }: ImportMessages): Promise<void> {
    for (const { senderId, clientMsgId, text, createdAt } of items)
      await this.#append(
        { ...actor, userId: senderId },
        chatId,
        { clientMsgId, kind: 'text', text },
        createdAt,
      );
  }

  appendCall(actor: Actor, { chatId, call }: AppendCall): Promise<Message> {
    const clientMsgId = callMessageKey(call);
    return this.#append(actor, chatId, { clientMsgId, kind: 'call', text: '', call });
  }

  changes(_: Actor, { chatId, afterRev, limit }: ListChanges): Promise<ChangePage> {
    this.pagesRead++;
    const { slots, revs } = this.#logOf(chatId);
    const toRev = Math.min(revs.length, afterRev + limit);
    const touched = new Set(revs.slice(afterRev, toRev));
    const items = [...touched].map((seq) => slots[seq - 1]!).sort((one, two) => one.rev - two.rev);
    const hasMore = toRev < revs.length;
    const head = { headSeq: slots.length, headRev: revs.length };
    const nextCursor = hasMore ? String(toRev) : null;
    return Promise.resolve({ items, page: { nextCursor, hasMore, afterRev, toRev, ...head } });
  }

  heads(_: Actor, { chatIds }: HeadsOf): Promise<ChatHeads> {
    const items = chatIds.map((id) => this.#frozenHeads?.get(id) ?? this.#headOf(id));
    return Promise.resolve({ items });
  }

  /** From now on heads are told as they are now: other processes write, and this one lags. */
  freezeHeads(): void {
    this.#frozenHeads = new Map([...this.#logs.keys()].map((id) => [id, this.#headOf(id)]));
  }

  hiddenAmong(_: Actor, { items }: OwnSlots): Promise<OwnSlots> {
    this.hiddenAsked++;
    return Promise.resolve({ items: items.filter((slot) => this.#hidden.has(keyOf(slot))) });
  }

  holding(_: Actor, { messageIds }: MessagesById): Promise<HoldingMessages> {
    const all = [...this.#logs.values()].flatMap(({ slots }) => slots);
    const items = all.flatMap(({ id, seq, files }) =>
      files && messageIds.includes(id)
        ? [{ messageId: id, seq, fileIds: files.map((file) => file.id) }]
        : [],
    );
    return Promise.resolve({ items });
  }

  weigh(_: Actor, { chatId, afterSeq, limit }: WeighSlots): Promise<SlotsWeight> {
    const slots = this.#logOf(chatId).slots.slice(afterSeq, afterSeq + limit);
    const said = slots.filter(({ kind, deletedAt }) => kind !== 'system' && !deletedAt);
    const files = said.flatMap((one) => one.files ?? []);
    const bytes = files.reduce((sum, { size }) => sum + size, textBytes(said));
    return Promise.resolve({ messages: said.length, files: files.length, bytes });
  }

  slotsBehind(_: Actor, { chatId, afterSeq, limit }: SlotsBehind): Promise<MessageItems> {
    return Promise.resolve({ items: this.#logOf(chatId).slots.slice(afterSeq, afterSeq + limit) });
  }

  async erase({ userId }: Actor, { messageId }: MessageRef): Promise<Message> {
    const all = [...this.#logs.values()].flatMap(({ slots }) => slots);
    const found = all.find(({ id }) => id === messageId);
    if (!found) throw problem('not_found');
    if (found.kind === 'system') throw problem('forbidden');
    return found.deletedAt === undefined ? this.change(found, undefined, userId) : found;
  }

  forget(_: Actor, { chatId, afterSeq, limit }: ForgetSlots): Promise<ForgottenSlots> {
    const { slots } = this.#logOf(chatId);
    const toSeq = Math.min(afterSeq + limit, slots.length);
    const deletedAt = new Date().toISOString();
    for (let seq = afterSeq + 1; seq <= toSeq; seq++) {
      const { files: _f, replyTo: _r, ...before } = slots[seq - 1]!;
      if (before.kind !== 'system' && before.deletedAt === undefined)
        slots[seq - 1] = { ...before, text: '', deletedAt, version: before.version + 1 };
    }
    return Promise.resolve({ toSeq, hasMore: toSeq < slots.length });
  }

  /** Somebody deletes a message for themselves. */
  hide({ userId }: Actor, { chatId, seq }: Message): Promise<void> {
    this.#hidden.add(keyOf({ userId, chatId, seq }));
    return Promise.resolve();
  }

  /** A text by somebody, who is not asked whether they may. */
  say(actor: Actor, chatId: ChatId, text: string): Promise<Message> {
    const clientMsgId = ClientMsgId.parse(`say-${this.#logOf(chatId).slots.length}`);
    return this.#append(actor, chatId, { clientMsgId, kind: 'text', text });
  }

  /** Another text in a slot; undefined deletes it. `by`: default its author. */
  async change(
    { chatId, seq, senderId }: Message,
    text: string | undefined,
    by = senderId,
  ): Promise<Message> {
    const { slots, revs } = this.#logOf(chatId);
    const before = slots[seq - 1]!;
    const at = new Date().toISOString();
    const end = text === undefined ? { deletedAt: at, deletedBy: by } : { editedAt: at };
    const rev = revs.push(seq);
    const after = { ...before, text: text ?? '', rev, version: before.version + 1, ...end };
    slots[seq - 1] = after;
    await this.#tell('message.changed', after);
    return after;
  }

  /** Slots up to this one were stored so many days earlier. */
  age(chatId: ChatId, toSeq: number, days: number): void {
    const { slots } = this.#logOf(chatId);
    for (const slot of slots.slice(0, toSeq)) {
      const createdAt = new Date(Date.parse(slot.createdAt) - days * 86_400_000).toISOString();
      slots[slot.seq - 1] = { ...slot, createdAt };
    }
  }

  async #append(
    { userId }: Actor,
    chatId: ChatId,
    content: Pick<Message, 'clientMsgId' | 'kind' | 'text' | 'system' | 'call'>,
    createdAt = new Date().toISOString(),
  ): Promise<Message> {
    const { slots, revs } = this.#logOf(chatId);
    const id = idOf(chatId, userId, content.clientMsgId);
    const earlier = slots.find((slot) => slot.id === id);
    if (earlier && !isDeepStrictEqual(eventOf(earlier), eventOf(content)))
      throw problem('idempotency_conflict', { clientMsgId: content.clientMsgId });
    if (earlier) return earlier;
    const seq = slots.length + 1;
    const rev = revs.push(seq);
    const message = { id, chatId, seq, rev, senderId: userId, version: 1, createdAt, ...content };
    slots.push(message);
    await this.#tell('message.created', message);
    return message;
  }

  async #tell(name: 'message.created' | 'message.changed', message: Message): Promise<void> {
    if (this.tellsFacts) await this.eventBus.publish(name, message);
  }

  #headOf(chatId: ChatId): ChatHead {
    const log = this.#logs.get(chatId);
    return { chatId, headSeq: log?.slots.length ?? 0, headRev: log?.revs.length ?? 0 };
  }

  #logOf(chatId: ChatId): Log {
    const log = this.#logs.get(chatId) ?? { slots: [], revs: [] };
    this.#logs.set(chatId, log);
    return log;
  }
}

const keyOf = ({ userId, chatId, seq }: OwnSlot) => `${chatId}:${userId}:${seq}`;

function idOf(...parts: readonly string[]): MessageId {
  return MessageId.parse(createHash('sha256').update(parts.join('\0')).digest('hex').slice(0, 26));
}

const eventOf = ({ system, call }: Pick<Message, 'system' | 'call'>) => system ?? call;
