import type { Message } from '@app/contracts';
import { tellOf } from './chat-info.js';
import type { Change } from './chat-log.js';
import { membersAfter } from './chat-members.js';
import type { ChatState } from './client-state.js';
import { advance, advanceBy, hold, takeHeld } from './log-steps.js';
import { countChange, countChanges, type Me } from './marks.js';

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

/** Takes what was held and follows now without a hole. */
export function drain(chat: ChatState, me: Me): ChatState {
  const { log, next } = takeHeld(chat.log);
  const now = log === chat.log ? chat : { ...chat, log };
  return next ? drain(step(now, next, me), me) : now;
}

function step(chat: ChatState, change: Change, me: Me): ChatState {
  const log = advance(chat.log, change);
  const marks = countChange(chat.marks, log, change, me);
  const next = { ...chat, log, marks };
  return change.message ? tell(next, change.message, me) : next;
}

/** What a message tells beside its own slot. Whoever has spoken is not typing any more. */
function tell(chat: ChatState, message: Message, me: Me): ChatState {
  const info = chat.info && tellOf(chat.info, chat.log.messages.get(message.seq) ?? message, me);
  const typing = new Set(chat.typing);
  const hasStopped = typing.delete(message.senderId);
  const members = membersAfter(chat.members, message, me);
  return { ...chat, info, members, typing: hasStopped ? typing : chat.typing };
}
