import type { ChatState } from './client-state.js';
import { startFrom } from './log-steps.js';
import { settle, type Me } from './marks.js';

/** What is before this slot has become too old for everybody: it is gone, and counts nothing. */
export function expire(chat: ChatState, visibleFromSeq: number, me: Me): ChatState {
  const log = startFrom(chat.log, visibleFromSeq);
  if (log === chat.log) return chat;
  const { marks } = chat;
  const wereUnread = marks.unread > 0 && marks.lastReadSeq + 1 < visibleFromSeq;
  return {
    ...chat,
    log,
    marks: wereUnread ? settle({ ...marks, isExact: false }, log, me) : marks,
  };
}
