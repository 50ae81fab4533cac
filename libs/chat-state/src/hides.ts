import type { ChatId, HiddenSlots } from '@app/contracts';
import { inChat, type ChatState, type ClientState } from './client-state.js';
import { haveHides, hide, noteHides } from './log-steps.js';
import { settle, type Me } from './marks.js';

/**
 * I have deleted these for myself, after I had done so `after` times in this chat; by now it is
 * `hides` times. Where the ones before are in, so are these; else they are asked for.
 */
export function hideSlots(
  chat: ChatState,
  { seqs, after, hides }: Pick<HiddenSlots, 'seqs' | 'hides'> & { readonly after: number },
  me: Me,
): ChatState {
  const hidden = hide(chat.log, seqs);
  const log = (after <= hidden.hides ? haveHides : noteHides)(hidden, hides);
  if (log === chat.log) return chat;
  // Also what a page has told already: it counts nothing.
  const isUnread = Math.max(...seqs) > chat.marks.lastReadSeq;
  const marks = isUnread ? settle({ ...chat.marks, isExact: false }, log, me) : chat.marks;
  return { ...chat, log, marks };
}

/** `GET /api/chats/:id/hidden`, whole, as asked with this `after`. */
export function adoptHidden(
  state: ClientState,
  chatId: ChatId,
  after: number,
  { seqs, hides }: HiddenSlots,
): ClientState {
  return inChat(state, chatId, (chat) => hideSlots(chat, { seqs, after, hides }, state.me));
}
