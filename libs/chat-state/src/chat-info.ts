import type { Chat, ChatInfo, ChatRole, ChatSettings, Message, SystemEvent } from '@app/contracts';
import type { UserId } from '@app/contracts';
import { changedTraits } from './changed-traits.js';
import type { ChatLog } from './chat-log.js';
import { hiddenCopy } from './hidden-copy.js';
import type { Me } from './marks.js';

/**
 * A chat without its counters and its end, which the log and the marks tell.
 *
 * - `rev`: the change of the chat that made it so.
 * - `peerId`: the other person of a direct chat; null elsewhere and in notes to self.
 * - `lastMessage`, `updatedAt`: as of the last list or event, for chats that nobody has opened.
 */
export interface KnownInfo extends ChatInfo {
  readonly rev: number;
  readonly peerId: UserId | null;
  readonly myRole: ChatRole;
  readonly settings: ChatSettings;
  readonly lastMessage: Message | null;
  readonly updatedAt: string;
}

/** The part of a fetched chat that is not a counter. */
export function infoOf(chat: Chat): KnownInfo {
  const { id, type, name, topic, avatar, slug, visibility, postPolicy } = chat;
  const { historyVisibility, isArchived, memberCount, createdAt } = chat;
  const { myRole, settings, updatedAt } = chat;
  return {
    ...{ id, type, name, topic, visibility, postPolicy, historyVisibility, isArchived },
    ...(avatar === undefined ? {} : { avatar }),
    ...(slug === undefined ? {} : { slug }),
    ...{ memberCount, createdAt, myRole, settings, updatedAt },
    rev: chat.headRev,
    peerId: chat.peer?.id ?? null,
    lastMessage: chat.lastMessage ?? null,
  };
}

/** `chat_updated`: what the system message of `rev` made of it. An older one than known is none. */
export function replaceTraits(known: KnownInfo, rev: number, chat: ChatInfo): KnownInfo {
  if (rev < known.rev) return known;
  const { peerId, myRole, settings, lastMessage, updatedAt } = known;
  return { ...chat, rev, peerId, myRole, settings, lastMessage, updatedAt };
}

/** What a message says of the chat itself: its last line, and, from the system, its traits. */
export function tellOf(known: KnownInfo, message: Message, me: Me): KnownInfo {
  const isNewer = message.seq >= (known.lastMessage?.seq ?? 0);
  const told = { ...known };
  if (isNewer) {
    const isSame = message.seq === known.lastMessage?.seq;
    const updatedAt = isSame ? known.updatedAt : later(known.updatedAt, message.createdAt);
    Object.assign(told, { lastMessage: message, updatedAt });
  }
  if (!message.system) return told;
  const settled = { ...told, myRole: roleAfter(told.myRole, message.system, message.senderId, me) };
  if (message.rev <= known.rev) return settled;
  return { ...traitsAfter(settled, message.system), rev: message.rev };
}

/** The row of the list does not quote what I have hidden, nor what is too old. */
export function withoutUnseen(
  known: KnownInfo,
  { hiddenSeqs, visibleFromSeq }: Pick<ChatLog, 'hiddenSeqs' | 'visibleFromSeq'>,
): KnownInfo {
  const { lastMessage } = known;
  if (!lastMessage) return known;
  const { seq } = lastMessage;
  const isHidden = hiddenSeqs.has(seq);
  const silent = seq < visibleFromSeq ? null : isHidden ? hiddenCopy(lastMessage) : lastMessage;
  return silent === lastMessage ? known : { ...known, lastMessage: silent };
}

function traitsAfter(known: KnownInfo, event: SystemEvent): KnownInfo {
  switch (event.type) {
    case 'traits_changed':
      return changedTraits(known, event.changes);
    case 'members_added':
      return grown(known, event.userIds.length);
    case 'member_joined':
      return grown(known, 1);
    case 'member_left':
    case 'member_removed':
      return grown(known, -1);
    default:
      return known;
  }
}

function grown(known: KnownInfo, by: number): KnownInfo {
  return { ...known, memberCount: known.memberCount + by };
}

/** The owner stays until the chat was handed over; what lost that race changes nothing. */
function roleAfter(role: ChatRole, event: SystemEvent, by: UserId, me: Me): ChatRole {
  switch (event.type) {
    case 'role_changed':
      return event.userId === me.id && role !== 'owner' ? event.role : role;
    case 'handed_over':
      if (event.userId === me.id) return 'owner';
      return (event.fromId ?? by) === me.id && role === 'owner' ? 'admin' : role;
    default:
      return role;
  }
}

function later(a: string, b: string): string {
  return a < b ? b : a;
}
