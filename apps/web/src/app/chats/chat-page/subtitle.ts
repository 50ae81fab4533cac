import type { User, UserId } from '@app/contracts';
import type { MemberRow, OpenChat } from '../../data-access/chat-views';
import { chatTexts } from '../chat-texts';

/** The line under a chat's name: who is there, and what it is about. */
export function subtitleOf(
  chat: OpenChat | null,
  members: readonly MemberRow[],
  people: ReadonlyMap<UserId, User>,
): string {
  if (!chat || chat.isSelf) return '';
  if (chat.type === 'direct') {
    const status = chat.peer && (people.get(chat.peer.id) ?? chat.peer).status;
    return status === 'offline' || !status ? chatTexts.offline : chatTexts.online;
  }
  const online = members.filter(({ user }) => user.status !== 'offline').length;
  const parts = [chatTexts.people(chat.memberCount), chatTexts.peopleOnline(online), chat.topic];
  return parts.filter(Boolean).join(' · ');
}
