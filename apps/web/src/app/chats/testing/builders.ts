import {
  defaultSettings,
  type ChatId,
  type ClientMsgId,
  type Message,
  type MessageId,
  type Profile,
  type User,
  type UserId,
} from '@app/contracts';
import type { ChatRow, MemberRow, OpenChat, PendingEntry } from '../../data-access/chat-views';
import {
  timelineItems,
  type TimelineItem,
  type TimelineSource,
} from '../message-list/timeline-items';

/** Noon in the zone of the machine, so that days and times are the same everywhere. */
export const NOON = new Date(2026, 2, 2, 12, 0);
const CHAT = 'c1' as ChatId;

export function aUser(about: Partial<Omit<User, 'id'>> & { readonly id: string }): User {
  const name = about.name ?? 'Mira Okafor';
  const username = name.split(' ')[0]!.toLowerCase();
  return { username, name, role: 'member', status: 'online', ...about, id: about.id as UserId };
}

export const ada: Profile = {
  ...aUser({ id: 'ada', name: 'Ada Lindqvist' }),
  email: 'ada@nordlys.example',
  settings: defaultSettings,
  createdAt: NOON.toISOString(),
};
export const mira = aUser({ id: 'mira', name: 'Mira Okafor' });
export const jonas = aUser({ id: 'jonas', name: 'Jonas Nilsen', status: 'offline' });

export function aMessage(about: Partial<Message> & { readonly seq: number }): Message {
  const { seq } = about;
  return {
    id: `m${seq}` as MessageId,
    chatId: CHAT,
    rev: seq,
    senderId: mira.id,
    clientMsgId: `x${seq}` as ClientMsgId,
    kind: 'text',
    text: `Message ${seq}`,
    version: 1,
    createdAt: new Date(NOON.getTime() + seq * 60_000).toISOString(),
    ...about,
  };
}

export function anEntry(about: Partial<PendingEntry> = {}): PendingEntry {
  return {
    clientMsgId: 'p1' as ClientMsgId,
    chatId: CHAT,
    text: 'On my way',
    queuedAt: NOON.toISOString(),
    state: 'queued',
    ...about,
  };
}

export function aRow(about: Partial<ChatRow> = {}): ChatRow {
  return {
    id: CHAT,
    kind: 'group',
    title: 'Release crew',
    avatar: null,
    slug: null,
    peer: null,
    isSelf: false,
    presence: null,
    lastMessage: null,
    lastAt: NOON.toISOString(),
    unread: 0,
    mentions: 0,
    isMuted: false,
    mutedUntil: null,
    isFavourite: false,
    favouritePlace: null,
    isArchived: false,
    section: 'group',
    hasDraft: false,
    ...about,
  };
}

export function anOpenChat(about: Partial<OpenChat> = {}): OpenChat {
  return {
    id: CHAT,
    type: 'group',
    name: 'Release crew',
    title: 'Release crew',
    topic: '',
    visibility: 'private',
    postPolicy: 'everyone',
    historyVisibility: 'all',
    isArchived: false,
    memberCount: 3,
    createdAt: NOON.toISOString(),
    myRole: 'member',
    visibleFromSeq: 1,
    lastReadSeq: 0,
    settings: { level: 'all', mutedUntil: null, isFavourite: false, receipts: 'default' },
    isSelf: false,
    ...about,
  };
}

export function aMember(user: User, role: MemberRow['role'] = 'member'): MemberRow {
  return { user, role, joinedAt: NOON.toISOString() };
}

/** Ada's timeline; by itself an empty one, all of which is loaded. */
export function aTimeline(about: Partial<TimelineSource>): readonly TimelineItem[] {
  return timelineItems({
    me: ada.id,
    people: new Map([ada, mira].map((user) => [user.id, user])),
    messages: [],
    quoted: new Map(),
    pending: [],
    hasGap: false,
    hasOlder: false,
    unreadLineSeq: null,
    seenSeq: 0,
    deliveredSeq: 0,
    unknownPerson: 'Someone',
    ...about,
  });
}
