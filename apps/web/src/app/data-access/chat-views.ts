import type {
  Chat,
  ChatId,
  ChatKind,
  ChatMember,
  ClientMsgId,
  Message,
  Presence,
  User,
  UserId,
} from '@app/contracts';
import type { OutboxFile } from '@app/web-realtime';

/** Where a row of the sidebar stands. */
export type SectionName = 'unread' | 'favourite' | 'direct' | 'group' | 'channel' | 'archived';

/** A chat as a row of the sidebar shows it; counters and last line follow live events. */
export interface ChatRow {
  readonly id: ChatId;
  readonly kind: ChatKind;
  /** Of a direct chat the other person's name; empty for notes to self: the page has the words. */
  readonly title: string;
  readonly avatar: string | null;
  /** The address of a channel; null elsewhere. */
  readonly slug: string | null;
  /** The other person of a direct chat; null elsewhere and in notes to self. */
  readonly peer: User | null;
  readonly isSelf: boolean;
  /** Of `peer`; null where there is none. */
  readonly presence: Presence | null;
  readonly lastMessage: Message | null;
  /** ISO time of the last activity: the order of the list. */
  readonly lastAt: string;
  readonly unread: number;
  readonly mentions: number;
  readonly isMuted: boolean;
  /** Until when, if it is. */
  readonly mutedUntil: string | null;
  readonly isFavourite: boolean;
  /** Among the favourites, the lowest first; null: after all that have one. */
  readonly favouritePlace: number | null;
  readonly isArchived: boolean;
  readonly section: SectionName;
  /** A text that waits in its composer. */
  readonly hasDraft: boolean;
}

export interface ChatSection {
  readonly name: SectionName;
  readonly chats: readonly ChatRow[];
}

/** The open chat: its traits, my role and settings, without the counters (see `ChatRow`). */
export type OpenChat = Omit<
  Chat,
  'headSeq' | 'headRev' | 'lastMessage' | 'unread' | 'mentions' | 'lastDeliveredSeq' | 'updatedAt'
> & {
  /** Same as `ChatRow.title`. */
  readonly title: string;
  readonly isSelf: boolean;
};

/** A member with the live presence and read marks. */
export type MemberRow = ChatMember;

/** A message of mine that no log holds yet. `failed` waits for the person; `code` says why. */
export interface PendingEntry {
  readonly clientMsgId: ClientMsgId;
  readonly chatId: ChatId;
  readonly text: string;
  readonly replyTo?: Message['id'];
  readonly queuedAt: string;
  readonly state: 'queued' | 'failed';
  readonly code?: string;
  readonly files?: readonly OutboxFile[];
  readonly isVoice?: true;
  /** It is stored, and waits for what comes before it. */
  readonly held?: Message;
}

/** `connecting`: at start and while trying again; `offline`: the browser has no network. */
export type ConnectionState = 'connecting' | 'online' | 'offline';

/** Others' marks in the open chat. Absent: they do not share them. */
export type Marks = ReadonlyMap<
  UserId,
  { readonly lastReadSeq: number; readonly lastDeliveredSeq: number }
>;
