import type { Message } from '@app/contracts';
import { tellOf } from './chat-info.js';
import type { Change } from './chat-log.js';
import { membersAfter } from './chat-members.js';
import type { ChatState } from './client-state.js';
import { advance, takeHeld } from './log-steps.js';
import { countChange, type Me } from './marks.js';

/** Takes what was held and follows now without a hole. */
export function drain(chat: ChatState, me: Me): ChatState {
  const { log, next } = takeHeld(chat.log);
  const now = log === chat.log ? chat : { ...chat, log };
  return next ? drain(step(now, next, me), me) : now;
}

/** The change that follows the log's `rev`. */
export function step(chat: ChatState, change: Change, me: Me): ChatState {
  const log = advance(chat.log, change);
  const marks = countChange(chat.marks, log, change, me);
  const next = { ...chat, log, marks };
  return change.message ? tell(next, change.message, me) : next;
}

/** What a message tells beside its own slot. Whoever has just spoken is not typing any more. */
export function tell(chat: ChatState, message: Message, me: Me): ChatState {
  const info = chat.info && tellOf(chat.info, chat.log.messages.get(message.seq) ?? message, me);
  const typing = new Set(chat.typing);
  const hasStopped = isJustSaid(message) && typing.delete(message.senderId);
  const members = membersAfter(chat.members, message, me);
  return { ...chat, info, members, typing: hasStopped ? typing : chat.typing };
}

/** Nothing has become of it: a reaction to what somebody said is not their doing. */
const isJustSaid = ({ version, reactions, pinnedAt }: Message) =>
  version === 1 && reactions === undefined && pinnedAt === undefined;
