import type { Message } from '@app/contracts';
import type { Change, ChatLog } from './chat-log.js';
import { drain, step, tell } from './chat-steps.js';
import type { ChatState } from './client-state.js';
import { advanceBy } from './log-pages.js';
import { countChanges, type Me } from './marks.js';

/** Held changes are only a head start for the repair, which can fetch them again: so bound them. */
export const MAX_HELD = 500;

/**
 * The one way in which a log grows: live events and acks of own sends, in any order and any number
 * of times, end in the same state.
 *
 * - `rev` already in: dropped; the same object comes back, so nothing is drawn again.
 * - the next `rev`: applied, and with it every held change that follows without a hole.
 * - a later `rev`: held; `gapOf` tells what to ask for.
 */
export function applyChange(chat: ChatState, change: Change, me: Me): ChatState {
  const { rev } = chat.log;
  if (rev !== null && change.rev <= rev) return chat;
  if (rev === null || change.rev > rev + 1) {
    const log = hold(chat.log, change);
    return log === chat.log ? chat : { ...chat, log };
  }
  return drain(step(chat, change, me), me);
}

/** The answer to a gap: all slots that changed after my `rev`, and up to where that leads. */
export function applyChanges(
  chat: ChatState,
  items: readonly Message[],
  toRev: number,
  me: Me,
): ChatState {
  const log = advanceBy(chat.log, items, toRev);
  const marks = countChanges(chat.marks, log, items, me);
  return drain(
    items.reduce((now, item) => tell(now, item, me), { ...chat, log, marks }),
    me,
  );
}

/** Keeps a change that came too early. The earliest are the most useful: the latest go first. */
function hold(log: ChatLog, change: Change): ChatLog {
  if (log.held.has(change.rev)) return log;
  const held = new Map(log.held).set(change.rev, change);
  if (held.size > MAX_HELD) held.delete(Math.max(...held.keys()));
  return { ...log, held };
}
