import type { ChangePage, ChatId, MessagePage } from '@app/contracts';
import { applyChanges } from './chat-changes.js';
import { drain } from './chat-steps.js';
import { inChat, type ChatState, type ClientState } from './client-state.js';
import { letGo, load } from './log-pages.js';
import { expire } from './expire.js';
import { jumpTo, noteHead, startFrom } from './log-steps.js';
import { settle, type Me } from './marks.js';
import type { SeqRange } from './seq-ranges.js';

/** Slots at the end of a log that always stay: a page, and what one has just written. */
const NEWEST_KEPT = 100;

/** A window of the log, from anywhere. It fills, and never moves, the log's `rev`. */
export function adoptPage(state: ClientState, chatId: ChatId, page: MessagePage): ClientState {
  const { headSeq, headRev, visibleFromSeq } = page.page;
  return inChat(state, chatId, (chat) => {
    if (chat.log.rev === null) return startAt(chat, page, state.me);
    if (headRev < chat.log.floorRev) return chat;
    const noted = noteHead(chat.log, { seq: headSeq, rev: headRev });
    const at = expire({ ...chat, log: noted }, visibleFromSeq, state.me);
    const log = load(at.log, page.items);
    return { ...at, log, marks: settle(at.marks, log, state.me) };
  });
}

/**
 * Forgets what is loaded of a chat but these slots and the newest ones, with which its log grows
 * on: whoever reads far back does not have to hold all that they passed.
 */
export function keepLoaded(state: ClientState, chatId: ChatId, kept: SeqRange): ClientState {
  if (!state.chats.has(chatId)) return state;
  return inChat(state, chatId, (chat) => {
    const { headSeq } = chat.log;
    const end = { from: headSeq - NEWEST_KEPT + 1, to: headSeq };
    return { ...chat, log: letGo(chat.log, [kept, end]) };
  });
}

/** The newest page instead of everything known: for a chat that is too far behind to catch up. */
export function startOver(state: ClientState, chatId: ChatId, page: MessagePage): ClientState {
  return inChat(state, chatId, (chat) =>
    (chat.log.rev ?? 0) >= page.page.headRev ? chat : startAt(chat, page, state.me),
  );
}

/** `GET /api/chats/:id/changes`. Dropped when it begins after what is known: that leaves a hole. */
export function adoptChanges(state: ClientState, chatId: ChatId, page: ChangePage): ClientState {
  const { afterRev, toRev, headSeq, headRev } = page.page;
  return inChat(state, chatId, (chat) => {
    const { rev } = chat.log;
    if (rev === null || afterRev > rev || toRev <= rev) return chat;
    const log = noteHead(chat.log, { seq: headSeq, rev: headRev });
    return applyChanges({ ...chat, log }, page.items, toRev, state.me);
  });
}

function startAt(chat: ChatState, page: MessagePage, me: Me): ChatState {
  const { headSeq: seq, headRev: rev, visibleFromSeq } = page.page;
  const jumped = jumpTo(chat.log, { seq, rev });
  const log = load(startFrom(jumped, visibleFromSeq), page.items);
  const isExact = chat.marks.isExact && chat.marks.counted.rev >= rev;
  const marks = settle({ ...chat.marks, isExact }, log, me);
  return drain({ ...chat, log, marks }, me);
}
