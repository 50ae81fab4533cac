import { computed, Injectable, signal, type Signal } from '@angular/core';
import type {
  ChatId,
  ChatPatch,
  ChatRole,
  ChatSettingsPatch,
  ClientMsgId,
  CreateChat,
  DeleteScope,
  DirectoryPage,
  Invite,
  InviteCode,
  InvitePreview,
  Message,
  MessageHistory,
  MessageId,
  MessageReceipts,
  User,
  UserId,
} from '@app/contracts';
import type {
  ChatRow,
  ChatSection,
  ConnectionState,
  Marks,
  MemberRow,
  OpenChat,
  PendingEntry,
} from './chat-views';

/** The changes that are missing: those after `afterRev`, before `beforeRev`. */
export interface GapView {
  readonly afterRev: number;
  readonly beforeRev: number;
}

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
  /** The chat list is known, from the cache or the server. Before: draw skeletons. */
  readonly isReady: Signal<boolean> = signal(false);
  readonly connection: Signal<ConnectionState> = signal<ConnectionState>('connecting');
  /** Messages of mine that are not stored yet, in all chats; `failed` ones too. */
  readonly queuedCount: Signal<number> = signal(0);
  /** My chats, the latest activity first. */
  readonly chats: Signal<readonly ChatRow[]> = signal([]);
  /** The same chats, each once: what waits for me first, the rest by kind; no empty section. */
  readonly sections: Signal<readonly ChatSection[]> = signal([]);
  readonly totals: Signal<{ readonly unread: number; readonly mentions: number }> = signal({
    unread: 0,
    mentions: 0,
  });
  /** Everybody met so far, with their live presence. */
  readonly people: Signal<ReadonlyMap<UserId, User>> = signal(new Map());

  // The open chat. All null or empty while none is open or known.
  readonly chatId: Signal<ChatId | null> = signal(null);
  readonly chat: Signal<OpenChat | null> = signal(null);
  /** Why the chat cannot be shown: `not_found`, `not_member` …; null when it can. */
  readonly openProblem: Signal<string | null> = signal(null);
  /** The loaded window: ascending, without holes; tombstones and hidden ones included. */
  readonly messages: Signal<readonly Message[]> = signal([]);
  readonly pending: Signal<readonly PendingEntry[]> = signal([]);
  readonly hasOlder: Signal<boolean> = signal(false);
  /** True after a jump into the past: the newest messages are not in the window. */
  readonly hasNewer: Signal<boolean> = signal(false);
  readonly isLoading: Signal<boolean> = signal(false);
  readonly gap: Signal<GapView | null> = signal(null);
  readonly isRepairing: Signal<boolean> = computed(() => this.gap() !== null);
  /** Every message up to this seq is known or can be loaded: nothing is missing. */
  readonly completeTo: Signal<number> = signal(0);
  readonly headSeq: Signal<number> = signal(0);
  /** My mark as it was when the chat was opened: the unread line stands after it. */
  readonly unreadLineSeq: Signal<number | null> = signal(null);
  readonly typingIds: Signal<readonly UserId[]> = signal([]);
  readonly members: Signal<readonly MemberRow[]> = signal([]);
  readonly hasMoreMembers: Signal<boolean> = signal(false);
  readonly marks: Signal<Marks> = signal(new Map());
  /** The highest seq that another member has read, and that reached another member's device. */
  readonly seenSeq: Signal<number> = signal(0);
  readonly deliveredSeq: Signal<number> = signal(0);
  readonly draft: Signal<string> = signal('');

  /** Makes it the open chat and loads it; with `seq`, the window around that message. */
  open(_chatId: ChatId, _seq?: number): Promise<void> {
    return Promise.resolve();
  }

  close(): void {
    return;
  }

  /** May be asked often: one request at a time. */
  loadOlder(): Promise<void> {
    return Promise.resolve();
  }

  loadNewer(): Promise<void> {
    return Promise.resolve();
  }

  /** Back to the end of the log. */
  loadNewest(): Promise<void> {
    return Promise.resolve();
  }

  loadMoreMembers(): Promise<void> {
    return Promise.resolve();
  }

  /** The draft of the open chat; kept over reloads. */
  write(_text: string): void {
    return;
  }

  /** From here on the text is a row of the timeline; only then does the draft go. */
  send(_text: string, _replyTo?: MessageId): void {
    return;
  }

  retry(_clientMsgId: ClientMsgId): void {
    return;
  }

  discard(_clientMsgId: ClientMsgId): void {
    return;
  }

  /** Another text for an entry that is not sent yet; it is queued again. */
  rewrite(_clientMsgId: ClientMsgId, _text: string): void {
    return;
  }

  /** Rejects with `edit_window_closed`, `precondition_failed`, `gone` … */
  edit(_messageId: MessageId, _text: string): Promise<void> {
    return Promise.resolve();
  }

  remove(_messageId: MessageId, _scope: DeleteScope): Promise<void> {
    return Promise.resolve();
  }

  /** What the person has seen; only rises, throttled. Call it when the end is visible. */
  markRead(_seq: number): void {
    return;
  }

  /** Call on every key; tells others at most every 3 s, and that it stopped. */
  setTyping(_isTyping: boolean): void {
    return;
  }

  /** Keeps the presence of these people live until the returned function is called. */
  watch(_userIds: readonly UserId[]): () => void {
    return () => undefined;
  }

  create(_input: Partial<CreateChat> & Pick<CreateChat, 'type'>): Promise<ChatId> {
    return Promise.reject(new Error('soon'));
  }

  /** The direct chat with this person; with oneself: notes. */
  createDirect(_userId: UserId): Promise<ChatId> {
    return Promise.reject(new Error('soon'));
  }

  update(_chatId: ChatId, _patch: ChatPatch): Promise<void> {
    return Promise.resolve();
  }

  updateSettings(_chatId: ChatId, _patch: ChatSettingsPatch): Promise<void> {
    return Promise.resolve();
  }

  join(_chatId: ChatId): Promise<void> {
    return Promise.resolve();
  }

  leave(_chatId: ChatId): Promise<void> {
    return Promise.resolve();
  }

  /** A group or channel for everybody; a direct chat is hidden for me. */
  deleteChat(_chatId: ChatId): Promise<void> {
    return Promise.resolve();
  }

  addMembers(_chatId: ChatId, _userIds: readonly UserId[]): Promise<void> {
    return Promise.resolve();
  }

  removeMember(_chatId: ChatId, _userId: UserId): Promise<void> {
    return Promise.resolve();
  }

  changeRole(_chatId: ChatId, _userId: UserId, _role: ChatRole): Promise<void> {
    return Promise.resolve();
  }

  createInvite(_chatId: ChatId): Promise<Invite> {
    return Promise.reject(new Error('soon'));
  }

  invites(_chatId: ChatId): Promise<readonly Invite[]> {
    return Promise.resolve([]);
  }

  revokeInvite(_chatId: ChatId, _code: InviteCode): Promise<void> {
    return Promise.resolve();
  }

  previewInvite(_code: InviteCode): Promise<InvitePreview> {
    return Promise.reject(new Error('soon'));
  }

  acceptInvite(_code: InviteCode): Promise<ChatId> {
    return Promise.reject(new Error('soon'));
  }

  directory(_q: string, _cursor?: string): Promise<DirectoryPage> {
    return Promise.reject(new Error('soon'));
  }

  searchPeople(_q: string): Promise<readonly User[]> {
    return Promise.resolve([]);
  }

  history(_messageId: MessageId): Promise<MessageHistory> {
    return Promise.reject(new Error('soon'));
  }

  receipts(_messageId: MessageId): Promise<MessageReceipts> {
    return Promise.reject(new Error('soon'));
  }
}
