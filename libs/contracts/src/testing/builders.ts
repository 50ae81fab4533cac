import {
  ChatId,
  ClientMsgId,
  FileId,
  MessageId,
  UserId,
  type ChangePage,
  type Chat,
  type ChatInfo,
  type ChatMember,
  type Message,
  type MessageFile,
  type MessagePage,
  type Profile,
  type SyncItem,
  type User,
} from '../index.js';
import { defaultSettings } from '../users.contract.js';

const at = '2026-03-02T11:00:00.000Z';
const c1 = ChatId.parse('c1');

/** A message of which a test says only what it is about. `seq` also names it. */
export function aMessage(about: Partial<Message> & { readonly seq: number }): Message {
  const chatId = about.chatId ?? c1;
  return {
    id: MessageId.parse(`${chatId}-${about.seq}`),
    chatId,
    rev: about.seq,
    senderId: UserId.parse('u1'),
    clientMsgId: ClientMsgId.parse(`k-${chatId}-${about.seq}`),
    kind: 'text',
    text: `Message ${about.seq}`,
    version: 1,
    createdAt: at,
    ...about,
  };
}

/** A file that messages hold: a small picture. */
export function aMessageFile(about: Partial<MessageFile> = {}): MessageFile {
  return { id: FileId.parse('f1'), name: 'pixel.png', mime: 'image/png', size: 70, ...about };
}

/** A person; `name` names the rest. */
export function aUser(name: string, about: Partial<User> = {}): User {
  return {
    id: UserId.parse(name),
    username: name,
    name,
    role: 'member',
    status: 'offline',
    ...about,
  };
}

/** Somebody who is signed in. */
export function aProfile(name: string, about: Partial<Profile> = {}): Profile {
  const email = `${name}@example.org`;
  return { ...aUser(name), email, settings: defaultSettings, createdAt: at, ...about };
}

/** A group's traits. */
export function aChatInfo(about: Partial<ChatInfo> = {}): ChatInfo {
  return {
    id: c1,
    type: 'group',
    name: 'Crew',
    topic: '',
    visibility: 'private',
    postPolicy: 'everyone',
    historyVisibility: 'all',
    isArchived: false,
    memberCount: 2,
    createdAt: at,
    ...about,
  };
}

/** A group as its owner sees it, empty and read. */
export function aChat(about: Partial<Chat> = {}): Chat {
  return {
    ...aChatInfo(),
    myRole: 'owner',
    headSeq: 0,
    headRev: 0,
    visibleFromSeq: 1,
    lastReadSeq: 0,
    lastDeliveredSeq: 0,
    unread: 0,
    mentions: 0,
    settings: { level: 'all', mutedUntil: null, isFavourite: false, receipts: 'default' },
    updatedAt: at,
    ...about,
  };
}

export function aMember(user: User, about: Partial<ChatMember> = {}): ChatMember {
  return { user, role: 'member', joinedAt: at, ...about };
}

/** How far a chat has come. */
export function aSyncItem(about: Partial<SyncItem> = {}): SyncItem {
  return {
    chatId: c1,
    myRole: 'owner',
    headSeq: 0,
    headRev: 0,
    visibleFromSeq: 1,
    lastReadSeq: 0,
    lastDeliveredSeq: 0,
    unread: 0,
    mentions: 0,
    settings: aChat().settings,
    ...about,
  };
}

/** A page of these messages; the head is theirs unless told. */
export function aMessagePage(
  items: readonly Message[],
  about: Partial<MessagePage['page']> = {},
): MessagePage {
  const [firstSeq, lastSeq] = [items[0]?.seq ?? 0, items.at(-1)?.seq ?? 0];
  const headRev = Math.max(0, ...items.map((item) => item.rev));
  const ends = { firstSeq, lastSeq, headSeq: lastSeq, headRev, visibleFromSeq: 1 };
  return { items: [...items], page: { nextCursor: null, hasMore: false, ...ends, ...about } };
}

/** What changed after a rev: `toRev` is the highest of them unless told. */
export function aChangePage(
  afterRev: number,
  items: readonly Message[],
  about: Partial<ChangePage['page']> = {},
): ChangePage {
  const toRev = Math.max(afterRev, ...items.map((item) => item.rev));
  const headSeq = Math.max(0, ...items.map((item) => item.seq));
  const ends = { afterRev, toRev, headSeq, headRev: toRev };
  return { items: [...items], page: { nextCursor: null, hasMore: false, ...ends, ...about } };
}
