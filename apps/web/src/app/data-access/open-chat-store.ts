import { computed, effect, inject, Injectable, signal, untracked } from '@angular/core';
import { completeTo } from '@app/chat-state';
import type {
  ChatId,
  ClientMsgId,
  DeleteScope,
  Message,
  MessageHistory,
  MessageId,
  MessageReceipts,
} from '@app/contracts';
import { RequestProblem, type ChosenFile } from '@app/web-realtime';
import { ChatClient } from './chat-client';
import { ChatStore } from './chat-store';
import { ChatSync } from './chat-sync';
import type { PendingEntry } from './chat-views';
import { firstSince } from './day-search';
import type { DraftPlace } from './drafts';
import { kept, saysTheSame } from './kept';
import { openChatOf } from './open-chat';
import { OpenChatMembers } from './open-chat-members';
import { OpenPlace } from './open-place';
import { pendingRows } from './pending-rows';
import { ReadMarks } from './read-marks';
import { TypingNotices } from './typing-notices';

/** What a message is to say, and which of its versions that goes from. */
export interface BegunEdit {
  readonly text: string;
  readonly version: number;
}

/**
 * The open chat: its messages, its members, and what is written in it. Its code comes with the
 * conversation. One for the application; all null or empty while no chat is open or known.
 *
 * Methods that ask the server reject with `RequestProblem` (`code`, `params`) for a refusal and
 * with `ConnectionLost` without a network; those that return nothing show their effect at once.
 */
@Injectable({ providedIn: 'root' })
export class OpenChatStore {
  private readonly client = inject(ChatClient);
  private readonly sync = inject(ChatSync);
  private readonly drafts = inject(ChatStore).drafts;
  private readonly reading = inject(ReadMarks);

  readonly chatId = this.client.openId.asReadonly();
  private readonly place = new OpenPlace(this.client, this.sync);
  private readonly typing = new TypingNotices(this.client.connection, (event) =>
    this.sync.hear('user_typing', event),
  );
  private readonly others = new OpenChatMembers(this.client, this.sync, (chatId, userIds) =>
    this.typing.believe(chatId, userIds),
  );

  readonly chat = computed(() => openChatOf(this.place.known(), this.client.shown()), {
    equal: saysTheSame,
  });
  /** Why the chat cannot be shown: `not_found`, `not_kept` …; null when it can. */
  readonly openProblem = this.place.problem;
  /** How far it has been read on other devices is known, as far as it can be. */
  readonly isSettled = this.place.isSettled;
  /** Grows when reading begins anew, since the server knew more than this device. */
  readonly beginnings = this.place.beginnings;
  /** The loaded window: ascending, without holes; tombstones and hidden ones included. */
  readonly messages = this.place.window.messages;
  readonly pending = kept(
    () => this.pendingNow(),
    ({ clientMsgId }) => clientMsgId,
  );
  readonly hasOlder = this.place.window.hasOlder;
  /** True after a jump into the past: the newest messages are not in the window. */
  readonly hasNewer = this.place.window.hasNewer;
  /** Nothing of it is here yet, and there may be something: first it is looked for on the disk. */
  readonly isLoading = computed(() => {
    const { window, isSettled } = this.place;
    const isSought = !isSettled() && !window.hasEnd() && window.messages().length === 0;
    return isSought || window.isLoading();
  });
  readonly gap = this.place.window.gap;
  readonly isRepairing = computed(() => this.gap() !== null);
  /** Every message up to this seq is known or can be loaded: nothing is missing. */
  readonly completeTo = computed(() => completeTo(this.place.known()?.log ?? null));
  readonly headSeq = this.place.window.headSeq;
  /** How many messages I have not read. */
  readonly unread = computed(() => this.place.known()?.marks.unread ?? 0);
  /** My mark as it was when the chat was opened: the unread line stands after it. */
  readonly unreadLineSeq = this.place.unreadLineSeq;
  readonly typingIds = this.others.typingIds;
  readonly members = this.others.rows;
  readonly hasMoreMembers = this.others.hasMore;
  /** The highest seq that another member has read, and that reached another member's device. */
  readonly seenSeq = this.others.seenSeq;
  readonly deliveredSeq = this.others.deliveredSeq;
  readonly draft = computed(() => this.drafts.of(this.chatId()));
  /** `Map<ChatId, text>`: what waits for the outbox itself, which comes with its code. */
  private readonly leaving = signal<ReadonlyMap<ChatId, string>>(new Map());
  /** Something is to be sent here, and cannot be a row of the timeline yet. */
  readonly isLeaving = computed(() => this.leaving().has(this.chatId()!));

  constructor() {
    this.sync.meetThoseIn(this.messages);
    effect((onCleanup) =>
      onCleanup(this.sync.presence.watch(this.members().map(({ user }) => user.id))),
    );
    // Nobody has waited yet for those to stop who were heard of before this was loaded.
    for (const [chatId, { typing }] of untracked(this.client.state).chats)
      this.typing.believe(chatId, [...typing]);
    this.place.keep();
  }

  /**
   * Makes it the open chat and loads it: the window around the message `seq`, or else around the
   * first unread one, or the end.
   */
  async open(chatId: ChatId, seq?: number): Promise<void> {
    if (this.chatId() === chatId) return this.place.show(chatId, seq ?? null);
    this.close();
    this.place.begin(chatId, seq ?? null);
    void this.others.join();
    await this.place.enter(chatId);
  }

  close(): void {
    const chatId = this.chatId();
    if (!chatId) return;
    this.typing.set(chatId, false);
    this.place.leave();
    void this.others.leave(chatId);
  }

  /** May be asked often: one request at a time. */
  readonly loadOlder = (): Promise<void> => this.place.window.older();
  readonly loadNewer = (): Promise<void> => this.place.window.newer();
  /** Back to the end of the log. */
  readonly loadNewest = async (): Promise<void> => {
    const chatId = this.chatId();
    if (chatId) await this.place.show(chatId, null);
  };
  /** What one is reading, by the message on top of the screen; null: the end of the log. */
  readonly lookAt = (seq: number | null): void => this.place.window.lookAt(seq);
  /** Lets go of what is loaded far from there; call it when nothing moves. */
  readonly makeRoom = (): void => this.place.window.makeRoom();
  /** The seq of the first message of a day, or of the next one that there is. */
  readonly findDay = (chatId: ChatId, day: Date): Promise<number> => {
    const { visibleFromSeq = 1 } = untracked(this.chat) ?? {};
    return firstSince(day.getTime(), visibleFromSeq, untracked(this.headSeq), async (seq) =>
      Date.parse((await this.sync.archive.message(chatId, seq)).createdAt),
    );
  };
  readonly loadMoreMembers = (): Promise<void> => this.others.more();

  /** Its draft; kept over reloads. */
  write(text: string): void {
    const chatId = this.chatId();
    if (chatId) this.drafts.write(chatId, text);
  }

  /** What the message of this row was being changed to. Kept as drafts are. */
  editOf(key: string): BegunEdit | null {
    for (const [place, text] of this.drafts.all()) {
      const version = versionAt(place, key);
      if (version !== null) return { text, version };
    }
    return null;
  }

  /** Instead of what there was; an empty text: it is not being changed any more. */
  writeEdit(key: string, { text, version }: BegunEdit): void {
    for (const place of this.drafts.all().keys()) {
      const former = versionAt(place, key);
      if (former !== null && former !== version) this.drafts.write(place, '');
    }
    this.drafts.write(`edit ${key}@${version}`, text);
  }

  /** From here on the text is a row of the timeline; only then does the draft go. */
  send(text: string, replyTo?: MessageId, files: readonly ChosenFile[] = []): void {
    const chatId = this.chatId();
    if (!chatId) return;
    // Asked again, as nothing has happened yet: the outbox is still on its way.
    if (files.length === 0 && untracked(this.leaving).get(chatId) === text) return;
    this.leaving.update((leaving) => new Map(leaving).set(chatId, text));
    this.typing.set(chatId, false);
    void this.client.outbox.then((outbox) => {
      this.leaving.update((leaving) => new Map([...leaving].filter(([id]) => id !== chatId)));
      const kept = outbox.add(chatId, text, files.length > 0 ? { replyTo, files } : { replyTo });
      if (this.drafts.of(chatId).trim() === text.trim()) this.drafts.write(chatId, '');
      return kept;
    });
  }

  /** What was said, in its order among the texts; there as soon as it is a row of the timeline. */
  async sendVoice(chatId: ChatId, voice: ChosenFile, replyTo?: MessageId): Promise<void> {
    const outbox = await this.client.outbox;
    void outbox.add(chatId, '', { replyTo, files: [voice], isVoice: true });
  }

  readonly retry = (id: ClientMsgId): void =>
    void this.client.outbox.then((outbox) => outbox.retry(id));

  /** What waits is forgotten; what is stored by now is deleted, and rejects as that does. */
  async discard(id: ClientMsgId): Promise<void> {
    const outbox = await this.client.outbox;
    if (this.isWaiting(id)) void outbox.discard(id);
    else await this.remove(this.storedMeanwhile(id).id, 'everyone');
  }

  /** What waits is queued again; what is stored by now is edited, and rejects as that does. */
  async rewrite(id: ClientMsgId, text: string): Promise<void> {
    const outbox = await this.client.outbox;
    if (this.isWaiting(id)) void outbox.rewrite(id, text);
    else {
      const stored = this.storedMeanwhile(id);
      await this.edit(stored.id, { text, version: stored.version });
    }
  }

  /**
   * Rejects with `edit_window_closed`, `gone`, `not_found` when unknown; `precondition_failed` when
   * it has another version by now.
   */
  async edit(messageId: MessageId, { text, version }: BegunEdit): Promise<void> {
    const { id, clientMsgId } = this.find(messageId);
    // It was rewritten under way, and that is not stored yet: what comes last counts.
    if (this.isWaiting(clientMsgId)) return this.rewrite(clientMsgId, text);
    this.sync.hear('message_edited', await this.sync.archive.edit(id, text, version));
  }

  async remove(messageId: MessageId, scope: DeleteScope): Promise<void> {
    const { id, seq, chatId } = this.find(messageId);
    const removed = await this.sync.archive.remove(id, scope);
    if (scope === 'me') this.sync.hear('message_hidden', { chatId, seq });
    else this.sync.hear('message_deleted', removed);
  }

  readonly history = (id: MessageId): Promise<MessageHistory> => this.sync.archive.history(id);
  readonly receipts = (id: MessageId): Promise<MessageReceipts> => this.sync.archive.receipts(id);

  /** How far the person has seen; only rises, throttled. */
  markRead(seq: number): void {
    const chatId = this.chatId();
    const marks = untracked(this.place.known)?.marks;
    if (chatId && marks && seq > marks.lastReadSeq) this.reading.raise(chatId, seq);
  }

  /** Call on every key; tells others at most every 3 s, and that it stopped. */
  setTyping(isTyping: boolean): void {
    const chatId = this.chatId();
    if (chatId) this.typing.set(chatId, isTyping);
  }

  private pendingNow(): readonly PendingEntry[] {
    const chatId = this.chatId();
    const { me } = this.client;
    return chatId ? pendingRows(chatId, this.place.known(), this.client.entries(), me.id) : [];
  }

  private isWaiting(id: ClientMsgId): boolean {
    return untracked(this.client.entries).some(({ clientMsgId }) => clientMsgId === id);
  }

  /** Its row was one of the outbox when the person saw it. `not_found`: it is on its way here. */
  private storedMeanwhile(id: ClientMsgId): Message {
    const { me } = this.client;
    return this.one(({ clientMsgId, senderId }) => clientMsgId === id && senderId === me.id);
  }

  private find(messageId: MessageId): Message {
    return this.one(({ id }) => id === messageId);
  }

  private one(isMeant: (message: Message) => boolean): Message {
    const message = this.loaded().find(isMeant);
    if (!message) throw new RequestProblem('not_found', 404, {});
    return message;
  }

  /** Those, too, that stand behind a gap. */
  private loaded(): readonly Message[] {
    const log = untracked(this.place.known)?.log;
    const held = [...(log?.held.values() ?? [])].flatMap(({ message }) => message ?? []);
    return [...(log?.messages.values() ?? []), ...held];
  }
}

/** From which version on the message of this row is changed there; null: another place. */
function versionAt(place: DraftPlace, key: string): number | null {
  const start = `edit ${key}@`;
  return place.startsWith(start) ? Number(place.slice(start.length)) : null;
}
