import type { ChatId, ChatMember } from '@app/contracts';
import { noMembers, raiseOther, type Members } from './chat-members.js';
import { inChat, meet, type ClientState } from './client-state.js';
import type { Me } from './marks.js';

/** The first members, of a `join_chat` ack or a page: instead of those known before. */
export function adoptMembers(
  state: ClientState,
  chatId: ChatId,
  items: readonly ChatMember[],
): ClientState {
  return inChat(meetThem(state, items), chatId, (chat) => {
    const fresh = { ...chat.members, known: noMembers.known };
    return { ...chat, members: withPage(fresh, items, state.me) };
  });
}

/** A further page of members. */
export function adoptMoreMembers(
  state: ClientState,
  chatId: ChatId,
  items: readonly ChatMember[],
): ClientState {
  return inChat(meetThem(state, items), chatId, (chat) => ({
    ...chat,
    members: withPage(chat.members, items, state.me),
  }));
}

function meetThem(state: ClientState, items: readonly ChatMember[]): ClientState {
  return meet(
    state,
    items.map((item) => item.user),
  );
}

function withPage(members: Members, page: readonly ChatMember[], me: Me): Members {
  const known = new Map(members.known);
  for (const { user, role, joinedAt } of page)
    known.set(user.id, { userId: user.id, role, joinedAt });
  let next: Members = { known, marks: members.marks, isStale: false };
  for (const { user, lastReadSeq, lastDeliveredSeq = 0 } of page)
    if (lastReadSeq !== undefined)
      next = raiseOther(next, user.id, { lastReadSeq, lastDeliveredSeq }, me);
  return next;
}
