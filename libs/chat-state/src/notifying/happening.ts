import type { ChatKind, ChatSettings, NotificationSettings } from '@app/contracts';

/**
 * What happened to somebody, the strongest first: a message that does several things at once is
 * told as the first of them. `here` and `channel` call everybody, the former those who are about;
 * `message` is one that does nothing else.
 */
export const notifyCauses = [
  'ringing_call',
  'missed_call',
  'mention',
  'reply',
  'channel',
  'here',
  'keyword',
  'added',
  'reaction',
  'message',
] as const;
export type NotifyCause = (typeof notifyCauses)[number];

/** The strongest of some; undefined of none. */
export const strongestCause = (found: ReadonlySet<NotifyCause>): NotifyCause | undefined =>
  notifyCauses.find((cause) => found.has(cause));

/** All that decides whether, and how, one person is told. */
export interface Happening {
  readonly cause: NotifyCause;
  readonly chat: ChatKind;
  /** Of this person in this chat. */
  readonly settings: Pick<ChatSettings, 'level' | 'mutedUntil'>;
  readonly person: Pick<NotificationSettings, 'mail' | 'pausedUntil' | 'quietHours'>;
  /** They did it themselves. */
  readonly isOwn: boolean;
  /** They have read as far, on whichever device. */
  readonly isRead: boolean;
  /** They wish not to be disturbed. */
  readonly isDnd: boolean;
  /** Somebody looks at this very chat on a device of theirs. */
  readonly isInChat: boolean;
  /** Somebody uses a device of theirs. */
  readonly isActive: boolean;
  /** Unix ms. */
  readonly now: number;
}
