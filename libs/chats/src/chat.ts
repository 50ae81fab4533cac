import type {
  ChatId,
  ChatKind,
  ChatRole,
  ChatSettings,
  ChatTraits,
  Message,
  UserId,
} from '@app/contracts';

/** A chat as derived from its log up to `appliedRev`. Times are ISO 8601. */
export interface ChatRecord {
  readonly id: ChatId;
  readonly kind: ChatKind;
  readonly traits: ChatTraits;
  /** The one or two people of a direct chat; empty in others. */
  readonly directUserIds: readonly UserId[];
  readonly memberCount: number;
  /** Once somebody joined who does not see the log from its start. Never taken back. */
  readonly hasPartialReaders: boolean;
  readonly headSeq: number;
  /** The rev up to which the log is in here: the `headRev` of what we tell. */
  readonly appliedRev: number;
  readonly lastMessage?: Message;
  readonly createdAt: string;
  /** When the last slot was stored: by this the list of chats is ordered. */
  readonly updatedAt: string;
  readonly deletedAt?: string;
  /** The first slot that anybody sees: what is before it is too old. Not from the log; it rises. */
  readonly keptFromSeq: number;
  /** Who has hidden this direct chat, until the next slot. Not from the log. */
  readonly hiddenBy: readonly UserId[];
}

/** How far a chat has come. Two numbers, so that very many chats can be remembered. */
export type ChatPlace = Pick<ChatRecord, 'id' | 'appliedRev' | 'headSeq'>;

/** What the log says of one person in one chat. */
export interface MemberState {
  readonly isMember: boolean;
  readonly role: ChatRole;
  /** The first slot they may see. */
  readonly visibleFromSeq: number;
  /** The slot that brought them in. */
  readonly joinedSeq: number;
  readonly joinedAt: string;
}

/** What a person is, has read and wishes in one chat. Former members keep theirs. */
export interface Membership extends MemberState {
  readonly chatId: ChatId;
  readonly userId: UserId;
  /** The rev of the last system message that is in here. */
  readonly appliedRev: number;
  /** The state before that one; null when there was none. Makes applying it again harmless. */
  readonly before: MemberState | null;
  readonly lastReadSeq: number;
  readonly lastDeliveredSeq: number;
  readonly settings: ChatSettings;
  /** What the person's own setting said when they last read something. */
  readonly sharesByDefault: boolean;
  /** Slots that mention them, the last 1,000. */
  readonly mentionSeqs: readonly number[];
  /** How often they have deleted a message for themselves. */
  readonly hides: number;
  /** Which ones, in that order, the last 1,000. */
  readonly hiddenSeqs: readonly number[];
}

/** The first slot that a member sees. */
export const visibleFromSeqOf = (
  { keptFromSeq }: Pick<ChatRecord, 'keptFromSeq'>,
  { visibleFromSeq }: Pick<Membership, 'visibleFromSeq'>,
): number => Math.max(keptFromSeq, visibleFromSeq);

/** Whether others may know what this member has read. */
export function sharesReads({ settings, sharesByDefault }: Membership): boolean {
  return settings.receipts === 'default' ? sharesByDefault : settings.receipts === 'on';
}
