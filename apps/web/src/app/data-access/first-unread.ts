import { rangeAt, type ChatState } from '@app/chat-state';

/** The newest page of a chat holds this many, less a few that should stand above the first one. */
const NEAR_SEQS = 40;

/** The seq after which the unread messages begin; null: nothing waits. */
export function readUpTo(chat: ChatState | undefined): number | null {
  return chat && chat.marks.unread > 0 ? chat.marks.lastReadSeq : null;
}

/**
 * Where to begin to read a chat whose first unread message is further back than its newest page, or
 * is the first of what is here; null: at its end, from where the unread line is in reach.
 */
export function firstUnreadFarBack(chat: ChatState | undefined): number | null {
  const readSeq = readUpTo(chat);
  if (!chat || readSeq === null) return null;
  const { headSeq, ranges, visibleFromSeq } = chat.log;
  const firstSeq = Math.max(readSeq + 1, visibleFromSeq);
  const end = rangeAt(ranges, headSeq);
  // All that came live begins with it. The line stands between it and the one before.
  if (end?.from === firstSeq && firstSeq > visibleFromSeq) return firstSeq - 1;
  const isInReach = end ? end.from <= firstSeq : headSeq - firstSeq < NEAR_SEQS;
  return isInReach ? null : firstSeq;
}
