import type { ConnectionState, MemberRow, OpenChat } from '../../data-access/chat-views';
import { chatTexts } from '../chat-texts';

/** The line under a chat's name: who is there, as far as one can know, and what it is about. */
export function subtitleOf(
  chat: OpenChat | null,
  members: readonly MemberRow[],
  connection: ConnectionState,
): string {
  if (!chat || chat.isSelf) return '';
  const isKnown = connection !== 'offline';
  if (chat.type === 'direct') {
    if (!isKnown) return '';
    return chat.peer && chat.peer.status !== 'offline' ? chatTexts.online : chatTexts.offline;
  }
  const online = members.filter(({ user }) => user.status !== 'offline').length;
  const parts = [
    chatTexts.people(chat.memberCount),
    isKnown && chatTexts.peopleOnline(online),
    chat.topic,
  ];
  return parts.filter(Boolean).join(' · ');
}
