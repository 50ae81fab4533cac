import type { ChatId, ChatMember } from '@app/contracts';
import { adoptMemberPage } from './chat-members.js';
import { inChat, meet, type ClientState } from './client-state.js';

/** The first members, of a `join_chat` ack or a page: instead of those known before. */
export function adoptMembers(
  state: ClientState,
  chatId: ChatId,
  items: readonly ChatMember[],
): ClientState {
  return takeMembers(state, chatId, items, true);
}

/** A further page of members. */
export function adoptMoreMembers(
  state: ClientState,
  chatId: ChatId,
  items: readonly ChatMember[],
): ClientState {
  return takeMembers(state, chatId, items, false);
}

function takeMembers(
  state: ClientState,
  chatId: ChatId,
  items: readonly ChatMember[],
  isFirst: boolean,
): ClientState {
  const met = meet(
    state,
    items.map((item) => item.user),
  );
  return inChat(met, chatId, (chat) => ({
    ...chat,
    members: adoptMemberPage(chat.members, items, isFirst, state.me),
  }));
}
