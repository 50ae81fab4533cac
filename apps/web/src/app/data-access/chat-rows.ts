import type { ChatState, ClientState } from '@app/chat-state';
import type { ChatId } from '@app/contracts';
import type { ChatRow, ChatSection, OpenChat, SectionName } from './chat-views';

/** My chats as rows, the latest activity first. `drafts`: the chats that have one. */
export function chatRows(
  state: ClientState,
  drafts: ReadonlyMap<ChatId, string>,
  now: Date,
): readonly ChatRow[] {
  const rows = [...state.chats.values()].flatMap((chat) => rowOf(chat, state, drafts, now));
  return rows.sort((a, b) => (a.lastAt < b.lastAt ? 1 : a.lastAt > b.lastAt ? -1 : 0));
}

const order: readonly SectionName[] = ['unread', 'direct', 'group', 'channel'];

/** Each chat once: what waits for me first, the rest by kind; empty sections fall away. */
export function chatSections(chats: readonly ChatRow[]): readonly ChatSection[] {
  const sections = order.map((name) => ({
    name,
    chats: chats.filter((chat) => chat.section === name),
  }));
  return sections.filter((section) => section.chats.length > 0);
}

/** The open chat; null while the server has not told of it. */
export function openChatOf(chat: ChatState | undefined, state: ClientState): OpenChat | null {
  const info = chat?.info;
  if (!info) return null;
  const { rev: _, peerId, lastMessage: __, updatedAt: ___, ...rest } = info;
  const peer = (peerId && state.people.get(peerId)) ?? null;
  return {
    ...rest,
    ...(peer ? { peer } : {}),
    visibleFromSeq: chat.log.visibleFromSeq,
    lastReadSeq: chat.marks.lastReadSeq,
    title: peer?.name ?? info.name,
    isSelf: info.type === 'direct' && peerId === null,
  };
}

function rowOf(
  { info, log, marks }: ChatState,
  state: ClientState,
  drafts: ReadonlyMap<ChatId, string>,
  now: Date,
): ChatRow[] {
  if (!info) return [];
  const peer = (info.peerId && state.people.get(info.peerId)) ?? null;
  const isMuted = info.settings.mutedUntil !== null && info.settings.mutedUntil > now.toISOString();
  const waits = marks.mentions > 0 || (marks.unread > 0 && !isMuted);
  return [
    {
      id: info.id,
      kind: info.type,
      title: peer?.name ?? info.name,
      avatar: peer?.avatar ?? info.avatar ?? null,
      peer,
      isSelf: info.type === 'direct' && info.peerId === null,
      presence: peer?.status ?? null,
      lastMessage: log.messages.get(log.headSeq) ?? info.lastMessage,
      lastAt: info.updatedAt,
      unread: marks.unread,
      mentions: marks.mentions,
      isMuted,
      isFavourite: info.settings.isFavourite,
      isArchived: info.isArchived,
      section: waits ? 'unread' : info.type,
      hasDraft: (drafts.get(info.id) ?? '') !== '',
    },
  ];
}
