import { computed, inject, Injectable, untracked } from '@angular/core';
import { completeTo, meet, raiseRead } from '@app/chat-state';
import type {
  ChatId,
  ClientMsgId,
  DeleteScope,
  DirectoryPage,
  Invite,
  InviteBody,
  InviteCode,
  InvitePreview,
  MessageHistory,
  MessageId,
  MessageReceipts,
  UserId,
  UserPage,
} from '@app/contracts';
import { Session } from '@app/web-session';
import { ChatActions } from './chat-actions';
import { ChatClient } from './chat-client';
import { chatRows, chatSections, openChatOf } from './chat-rows';
import { ChatWiring } from './chat-wiring';
import { tellDeliveries } from './delivery-marks';
import { Drafts } from './drafts';
import { firstRows } from './first-rows';
import { MarkSender } from './mark-sender';
import { muteClock } from './mute-clock';
import { OpenChatMembers } from './open-chat-members';
import { OpenPlace } from './open-place';
import { pendingRows } from './pending-rows';
import { PeopleFinder } from './people-finder';
import { StorageTrouble } from './storage-trouble';
import { TypingNotices } from './typing-notices';

/**
 * All chats as this browser knows them: what pages read and what they may ask for. One for the
 * application, made when a signed-in page first injects it; signing out reloads the page, so it
 * never changes its person.
 *
 * Methods that ask the server reject with `RequestProblem` (`code`, `params`) for a refusal and
 * with `ConnectionLost` without a network; those that return nothing show their effect at once.
 */
@Injectable({ providedIn: 'root' })
export class ChatStore {
  private readonly client = inject(ChatClient);
  private readonly moment = muteClock(this.client.state, inject(ChatWiring).now);
  private readonly drafts = new Drafts(this.client.me.id, inject(StorageTrouble).note);
  private readonly actions = new ChatActions(this.client);
  private readonly place = new OpenPlace(this.client);
  private readonly reading = new MarkSender(this.client.connection, 'read_message', (state) =>
    this.client.hear('read_state', state),
  );
  private readonly typing = new TypingNotices(this.client.connection, (event) =>
    this.client.hear('user_typing', event),
  );
  private readonly others = new OpenChatMembers(this.client, this.place.chatId, (chatId, userIds) =>
    this.typing.believe(chatId, userIds),
  );

  /** The chat list is known, from the cache or the server. Before: draw skeletons. */
  readonly isReady = firstRows({
    state: this.client.state,
    isListed: this.client.isListed,
    isNew: inject(Session).isNew(),
  });
  readonly connection = this.client.lineState.state;
  /** Messages of mine that are not stored yet, in all chats; `failed` ones too. */
  readonly queuedCount = computed(() => this.client.entries().length);
  /** My chats, the latest activity first. */
  readonly chats = computed(() => chatRows(this.client.state(), this.drafts.all(), this.moment()));
  /** The same chats, each once: what waits for me first, the rest by kind; no empty section. */
  readonly sections = computed(() => chatSections(this.chats()));
  /** Over all chats that are not muted; mentions over all. */
  readonly totals = computed(() => ({
    unread: this.chats().reduce((sum, chat) => sum + (chat.isMuted ? 0 : chat.unread), 0),
    mentions: this.chats().reduce((sum, chat) => sum + chat.mentions, 0),
  }));
  /** Everybody met so far, with their live presence. */
  readonly people = computed(() => this.client.state().people);

  // The open chat. All null or empty while none is open or known.
  readonly chatId = this.place.chatId;
  readonly chat = computed(() => openChatOf(this.place.known(), this.client.state()));
  /** Why the chat cannot be shown: `not_found`, `not_kept` …; null when it can. */
  readonly openProblem = this.place.problem;
  /** How far it has been read on other devices is known, as far as it can be. */
  readonly isSettled = this.place.isSettled;
  /** Grows when reading begins anew, since the server knew more than this device. */
  readonly beginnings = this.place.beginnings;
  /** The loaded window: ascending, without holes; tombstones and hidden ones included. */
  readonly messages = this.place.window.messages;
  readonly pending = computed(() => {
    const chatId = this.place.chatId();
    const { me } = this.client;
    return chatId ? pendingRows(chatId, this.place.known(), this.client.entries(), me.id) : [];
  });
  readonly hasOlder = this.place.window.hasOlder;
  /** True after a jump into the past: the newest messages are not in the window. */
  readonly hasNewer = this.place.window.hasNewer;
  readonly isLoading = this.place.window.isLoading;
  readonly gap = this.place.window.gap;
  readonly isRepairing = computed(() => this.gap() !== null);
  /** Every message up to this seq is known or can be loaded: nothing is missing. */
  readonly completeTo = computed(() => completeTo(this.place.known()?.log ?? null));
  readonly headSeq = this.place.window.headSeq;
  /** My mark as it was when the chat was opened: the unread line stands after it. */
  readonly unreadLineSeq = this.place.unreadLineSeq;
  readonly typingIds = this.others.typingIds;
  readonly members = this.others.rows;
  readonly hasMoreMembers = this.others.hasMore;
  readonly marks = this.others.marks;
  /** The highest seq that another member has read, and that reached another member's device. */
  readonly seenSeq = this.others.seenSeq;
  readonly deliveredSeq = this.others.deliveredSeq;
  readonly draft = computed(() => this.drafts.of(this.place.chatId()));

  constructor() {
    tellDeliveries(this.client);
    new PeopleFinder(this.client, this.messages);
    inject(Session).keeps({
      unsentCount: () => 0,
      forget: () => {
        this.drafts.forget();
        return Promise.resolve();
      },
      forgetCopies: () => Promise.resolve(),
    });
    this.place.keep();
  }

  /**
   * Makes it the open chat and loads it: the window around the message `seq`, or else around the
   * first unread one, or the end.
   */
  async open(chatId: ChatId, seq?: number): Promise<void> {
    if (this.place.chatId() === chatId) return this.place.show(chatId, seq ?? null);
    this.close();
    this.place.begin(chatId, seq ?? null);
    void this.others.join();
    await this.place.enter(chatId);
  }

  close(): void {
    const chatId = this.place.chatId();
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
    const chatId = this.place.chatId();
    if (chatId) await this.place.show(chatId, null);
  };
  /** What one is reading, by the message on top of the screen; null: the end of the log. */
  readonly lookAt = (seq: number | null): void => this.place.window.lookAt(seq);
  /** Lets go of what is loaded far from there; call it when nothing moves. */
  readonly makeRoom = (): void => this.place.window.makeRoom();
  /** The seq of the first message of a day, or of the next one that there is. */
  readonly findDay = async (chatId: ChatId, day: Date): Promise<number> => {
    const { firstSince } = await import('./day-search');
    const { visibleFromSeq = 1 } = untracked(this.chat) ?? {};
    return firstSince(day.getTime(), visibleFromSeq, untracked(this.headSeq), async (seq) =>
      Date.parse((await this.client.archive.message(chatId, seq)).createdAt),
    );
  };
  readonly loadMoreMembers = (): Promise<void> => this.others.more();

  /** The draft of the open chat; kept over reloads. */
  write(text: string): void {
    const chatId = this.place.chatId();
    if (chatId) this.drafts.write(chatId, text);
  }

  /** What the message of this row was being changed to; empty: nothing. Kept as drafts are. */
  readonly editOf = (key: string): string => this.drafts.of(`edit ${key}`);
  readonly writeEdit = (key: string, text: string): void => this.drafts.write(`edit ${key}`, text);

  /** Puts a text into the composer of any chat, after what waits there already. */
  writeTo(chatId: ChatId, text: string): void {
    const before = this.drafts.of(chatId);
    this.drafts.write(chatId, before === '' ? text : `${before}\n${text}`);
  }

  /** From here on the text is a row of the timeline; only then does the draft go. */
  send(text: string, replyTo?: MessageId): void {
    const chatId = this.place.chatId();
    if (!chatId) return;
    this.typing.set(chatId, false);
    void this.client.outbox.then((outbox) => {
      const kept = outbox.add(chatId, text, replyTo);
      if (this.drafts.of(chatId).trim() === text.trim()) this.drafts.write(chatId, '');
      return kept;
    });
  }

  readonly retry = (id: ClientMsgId): void =>
    void this.client.outbox.then((outbox) => outbox.retry(id));
  readonly discard = (id: ClientMsgId): void =>
    void this.client.outbox.then((outbox) => outbox.discard(id));
  /** Another text for an entry that is not sent yet; it is queued again. */
  readonly rewrite = (id: ClientMsgId, text: string): void =>
    void this.client.outbox.then((outbox) => outbox.rewrite(id, text));

  /** Rejects with `edit_window_closed`, `precondition_failed`, `gone`; `not_found` when unknown. */
  readonly edit = (id: MessageId, text: string): Promise<void> =>
    this.actions.edit(this.place.chatId(), id, text);
  readonly remove = (id: MessageId, scope: DeleteScope): Promise<void> =>
    this.actions.remove(this.place.chatId(), id, scope);

  /** How far the person has seen; only rises, throttled. */
  markRead(seq: number): void {
    const chatId = this.place.chatId();
    const marks = untracked(this.place.known)?.marks;
    if (!chatId || !marks || seq <= marks.lastReadSeq) return;
    this.client.change((state) => raiseRead(state, chatId, seq));
    this.reading.raise(chatId, seq);
  }

  /** Everything that is there by now, in every chat or in this one. */
  markAllRead(only?: ChatId): void {
    for (const { id, unread, mentions } of untracked(this.chats)) {
      const seq = this.client.chat(id)?.log.headSeq ?? 0;
      if (unread + mentions === 0 || (only && only !== id)) continue;
      this.client.change((state) => raiseRead(state, id, seq));
      this.reading.raise(id, seq);
    }
  }

  /** Call on every key; tells others at most every 3 s, and that it stopped. */
  setTyping(isTyping: boolean): void {
    const chatId = this.place.chatId();
    if (chatId) this.typing.set(chatId, isTyping);
  }

  /** Keeps the presence of these people live until the returned function is called. */
  readonly watch = (userIds: readonly UserId[]): (() => void) =>
    this.client.presence.watch(userIds);

  /** The id of the new chat, or of the direct one that was there. */
  readonly create = this.actions.create.bind(this.actions);
  /** The direct chat with this person; with oneself: notes. */
  readonly createDirect = this.actions.createDirect.bind(this.actions);
  readonly update = this.actions.update.bind(this.actions);
  readonly updateSettings = this.actions.updateSettings.bind(this.actions);
  readonly join = this.actions.join.bind(this.actions);
  readonly leave = this.actions.leave.bind(this.actions);
  /** A group or channel for everybody; a direct chat is hidden for me. */
  readonly deleteChat = this.actions.deleteChat.bind(this.actions);
  readonly addMembers = this.actions.addMembers.bind(this.actions);
  readonly removeMember = this.actions.removeMember.bind(this.actions);
  readonly changeRole = this.actions.changeRole.bind(this.actions);
  readonly acceptInvite = this.actions.acceptInvite.bind(this.actions);
  readonly searchPeople = this.actions.searchPeople.bind(this.actions);

  /** Without a wish: it holds for a week, for as many as like. */
  readonly createInvite = (chatId: ChatId, wish: Partial<InviteBody> = {}): Promise<Invite> =>
    this.client.archive.createInvite(chatId, wish);
  readonly invites = async (chatId: ChatId): Promise<readonly Invite[]> =>
    (await this.client.archive.invites(chatId)).items;
  readonly revokeInvite = async (chatId: ChatId, code: InviteCode): Promise<void> => {
    await this.client.archive.revokeInvite(chatId, code);
  };
  readonly previewInvite = (code: InviteCode): Promise<InvitePreview> =>
    this.client.archive.previewInvite(code);
  readonly directory = (q: string, cursor?: string): Promise<DirectoryPage> =>
    this.client.archive.directory(q, cursor);
  /** Who fits the question, or everybody; whoever it finds is known from then on. */
  readonly allPeople = async (q: string, cursor?: string): Promise<UserPage> => {
    const page = await this.client.archive.peoplePage(q, cursor);
    this.client.change((state) => meet(state, page.items));
    return page;
  };
  readonly history = (id: MessageId): Promise<MessageHistory> => this.client.archive.history(id);
  readonly receipts = (id: MessageId): Promise<MessageReceipts> => this.client.archive.receipts(id);
}
