import type { ChatId, UserId } from '../ids.js';
import type {
  Chat,
  ChangePage,
  ChatSettingsPatch,
  HiddenSlots,
  ListMessagesQuery,
  Message,
  MessagePage,
  Reaction,
  ReadState,
  ServerEvent,
  SyncItem,
  User,
} from '../index.js';
import { aChat, aMessage, aMessagePage } from './builders.js';

interface Slot {
  message: Message;
  readonly revs: number[];
}

/**
 * One chat of a server, in as few lines as its promises take: contiguous `seq` and `rev`, newest
 * states, exact counters. What clients are tested against; it knows no access rules.
 */
export class ModelChat {
  private readonly slots: Slot[] = [];
  private readonly marks = new Map<UserId, { lastReadSeq: number; lastDeliveredSeq: number }>();
  private traits: Partial<Chat> = {};
  private readonly hiddenSeqs = new Set<number>();
  private firstSeq = 1;
  private rev = 0;

  constructor(
    readonly chatId: ChatId,
    readonly members: readonly User[],
    traits: Partial<Chat> = {},
  ) {
    this.traits = { memberCount: members.length, ...traits };
  }

  get headSeq(): number {
    return this.slots.length;
  }

  get headRev(): number {
    return this.rev;
  }

  /** Stores a message; the sender has read up to it. A known `clientMsgId` is answered again. */
  append(senderId: UserId, about: Partial<Message> = {}): Message {
    const known = this.slots.find(
      ({ message: m }) => m.senderId === senderId && m.clientMsgId === about.clientMsgId,
    );
    if (known && about.clientMsgId) return known.message;
    const [seq, rev] = [this.headSeq + 1, ++this.rev];
    const message = aMessage({ ...about, chatId: this.chatId, senderId, seq, rev });
    this.slots.push({ message, revs: [rev] });
    if (message.kind !== 'system') this.read(senderId, seq);
    return message;
  }

  /** A system message that changes the name. */
  rename(by: UserId, name: string): Message {
    this.traits = { ...this.traits, name };
    const system = { type: 'traits_changed', changes: { name } } as const;
    return this.append(by, { kind: 'system', text: '', system });
  }

  /** The reader wishes something else of it; no slot tells of that. */
  wish(patch: ChatSettingsPatch): ServerEvent<'chat_settings_changed'> {
    const settings = { ...aChat().settings, ...this.traits.settings, ...patch };
    this.traits = { ...this.traits, settings };
    return { chatId: this.chatId, settings };
  }

  edit(seq: number, text: string): Message {
    const { version, createdAt } = this.slotAt(seq).message;
    return this.change(seq, { text, version: version + 1, editedAt: createdAt });
  }

  /** Each as they stand then; none takes all away. */
  react(seq: number, reactions: readonly Reaction[]): Message {
    const slot = this.slotAt(seq);
    this.change(seq, {});
    const { reactions: _, ...bare } = slot.message;
    slot.message = reactions.length > 0 ? { ...bare, reactions: [...reactions] } : bare;
    return slot.message;
  }

  /** Leaves a tombstone; deleting it again changes nothing. */
  remove(seq: number, deletedBy: UserId): Message {
    const { message } = this.slotAt(seq);
    if (message.deletedAt) return message;
    const { reactions: _, ...bare } = message;
    this.slotAt(seq).message = bare;
    return this.change(seq, { text: '', deletedAt: message.createdAt, deletedBy });
  }

  /** The reader has deleted it for themselves: what is fetched from now on says nothing of it. */
  hide(seq: number): ServerEvent<'message_hidden'> {
    this.hiddenSeqs.add(this.slotAt(seq).message.seq);
    const hides = [...this.hiddenSeqs].indexOf(seq) + 1;
    return { chatId: this.chatId, seq, hides };
  }

  /** What is before this slot is gone. */
  expire(visibleFromSeq: number): ServerEvent<'history_expired'> {
    this.firstSeq = Math.max(this.firstSeq, visibleFromSeq);
    return { chatId: this.chatId, visibleFromSeq };
  }

  /** What was hidden after the first `after` times; at most `most` of it. */
  hidden(after: number, most = 1000): HiddenSlots {
    const [hides, missing] = [this.hiddenSeqs.size, this.hiddenSeqs.size - after];
    const seqs = missing > 0 ? [...this.hiddenSeqs].slice(-Math.min(missing, most)) : [];
    return { seqs, hides, isWhole: missing <= most };
  }

  read(userId: UserId, seq: number): ReadState {
    const was = this.marksOf(userId);
    const lastReadSeq = Math.max(was.lastReadSeq, Math.min(seq, this.headSeq));
    const lastDeliveredSeq = Math.max(was.lastDeliveredSeq, lastReadSeq);
    this.marks.set(userId, { lastReadSeq, lastDeliveredSeq });
    return this.readStateOf(userId);
  }

  readStateOf(userId: UserId): ReadState {
    const marks = this.marksOf(userId);
    const name = this.members.find((user) => user.id === userId)?.username ?? '';
    const unread = this.slots
      .map((slot) => slot.message)
      .filter((m) => m.seq > marks.lastReadSeq && m.senderId !== userId)
      .filter((m) => m.seq >= this.firstSeq)
      .filter((m) => m.kind !== 'system' && m.deletedAt === undefined)
      .filter((m) => !this.hiddenSeqs.has(m.seq));
    const mentions = unread.filter((m) =>
      [`@${name}`, '@here', '@channel'].some((call) => m.text.includes(call)),
    ).length;
    return { chatId: this.chatId, ...marks, unread: unread.length, mentions };
  }

  chatOf(userId: UserId): Chat {
    const { chatId: id, ...state } = this.readStateOf(userId);
    const { headSeq, headRev } = this;
    const [lastMessage] = this.slots.slice(-1).map(this.seen);
    const isKept = headSeq >= this.firstSeq;
    const last = lastMessage && {
      ...(isKept && { lastMessage }),
      updatedAt: lastMessage.createdAt,
    };
    const ends = { headSeq, headRev, visibleFromSeq: this.firstSeq };
    return { ...aChat(), ...this.traits, ...state, ...last, ...this.told, id, ...ends };
  }

  syncItemOf(userId: UserId): SyncItem {
    const { headSeq, headRev, visibleFromSeq, myRole, settings } = this.chatOf(userId);
    const ends = { headSeq, headRev, visibleFromSeq, myRole, settings };
    return { ...this.readStateOf(userId), ...ends, ...this.told };
  }

  page({ beforeSeq, afterSeq, aroundSeq, limit = 50 }: Partial<ListMessagesQuery>): MessagePage {
    const middle = aroundSeq === undefined ? undefined : aroundSeq - Math.floor(limit / 2);
    const newest = Math.min(beforeSeq ?? Infinity, this.headSeq + 1) - limit;
    const first = Math.max(
      this.firstSeq,
      middle ?? (afterSeq === undefined ? newest : afterSeq + 1),
    );
    const end = beforeSeq ?? Infinity;
    const items = this.slots
      .map(this.seen)
      .filter((m) => m.seq >= first && m.seq < Math.min(end, first + limit));
    const { headSeq, headRev } = this;
    return aMessagePage(items, { headSeq, headRev, visibleFromSeq: this.firstSeq });
  }

  changes(afterRev: number, limit = 100): ChangePage {
    const { headSeq, headRev } = this;
    const toRev = Math.max(afterRev, Math.min(headRev, afterRev + limit));
    const items = this.slots
      .filter(({ revs }) => revs.some((rev) => rev > afterRev && rev <= toRev))
      .filter(({ message }) => message.seq >= this.firstSeq)
      .map(this.seen)
      .sort((a, b) => a.rev - b.rev);
    const ends = { afterRev, toRev, headSeq, headRev };
    return { items, page: { nextCursor: null, hasMore: toRev < headRev, ...ends } };
  }

  private get told(): { hides?: number } {
    const { size: hides } = this.hiddenSeqs;
    return hides > 0 ? { hides } : {};
  }

  private readonly seen = ({ message }: Slot): Message => {
    const isHidden = this.hiddenSeqs.has(message.seq) && message.deletedAt === undefined;
    const { reactions: _, ...bare } = message;
    return isHidden ? { ...bare, text: '', isHidden } : message;
  };

  private change(seq: number, about: Partial<Message>): Message {
    const slot = this.slotAt(seq);
    const rev = ++this.rev;
    slot.revs.push(rev);
    slot.message = { ...slot.message, ...about, rev };
    return slot.message;
  }

  private slotAt(seq: number): Slot {
    const slot = this.slots[seq - 1];
    if (!slot) throw new Error(`The chat has no slot ${seq}`);
    return slot;
  }

  private marksOf(userId: UserId): { lastReadSeq: number; lastDeliveredSeq: number } {
    return this.marks.get(userId) ?? { lastReadSeq: 0, lastDeliveredSeq: 0 };
  }
}
