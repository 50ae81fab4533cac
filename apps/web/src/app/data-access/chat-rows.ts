import type { ChatLog, ChatState, ClientState } from '@app/chat-state';
import type { Message } from '@app/contracts';
import type { ChatRow, ChatSection, SectionName } from './chat-views';

/** My chats as rows, the latest activity first. `drafts`: the chats that have one. */
export function chatRows(
  state: ClientState,
  drafts: ReadonlySet<string>,
  now: Date,
): readonly ChatRow[] {
  const rows = [...state.chats.values()].flatMap((chat) => rowOf(chat, state, drafts, now));
  return rows.sort((a, b) => (a.lastAt < b.lastAt ? 1 : a.lastAt > b.lastAt ? -1 : 0));
}

const order: readonly SectionName[] = [
  'unread',
  'favourite',
  'direct',
  'group',
  'channel',
  'archived',
];

/**
 * Each chat once: what waits for me first, then what I chose to have near, in my order, the rest by
 * kind, and last what is put away. Empty sections fall away.
 */
export function chatSections(chats: readonly ChatRow[]): readonly ChatSection[] {
  const sections = order.map((name) => ({
    name,
    chats: inOrder(
      name,
      chats.filter((chat) => chat.section === name),
    ),
  }));
  return sections.filter((section) => section.chats.length > 0);
}

function inOrder(name: SectionName, chats: readonly ChatRow[]): readonly ChatRow[] {
  return name === 'favourite' ? chats.toSorted(byFavouritePlace) : chats;
}

/** As I have put them; those that I have not put anywhere come last, by their age here. */
export function byFavouritePlace(a: ChatRow, b: ChatRow): number {
  const places = (a.favouritePlace ?? Infinity) - (b.favouritePlace ?? Infinity);
  return places !== 0 && !Number.isNaN(places) ? places : a.id < b.id ? -1 : 1;
}

function rowOf(
  { info, log, marks }: ChatState,
  state: ClientState,
  drafts: ReadonlySet<string>,
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
      slug: info.slug ?? null,
      peer,
      isSelf: info.type === 'direct' && info.peerId === null,
      presence: peer?.status ?? null,
      lastMessage: lastOf(log, info.lastMessage),
      lastAt: info.updatedAt,
      unread: marks.unread,
      mentions: marks.mentions,
      isMuted,
      mutedUntil: isMuted ? info.settings.mutedUntil : null,
      isFavourite: info.settings.isFavourite,
      favouritePlace: info.settings.favouritePlace ?? null,
      isArchived: info.isArchived,
      section: sectionOf(info, waits),
      hasDraft: drafts.has(info.id),
    },
  ];
}

function sectionOf({ type, isArchived, settings }: ChatTraits, waits: boolean): SectionName {
  if (waits) return 'unread';
  if (isArchived) return 'archived';
  return settings.isFavourite ? 'favourite' : type;
}

type ChatTraits = NonNullable<ChatState['info']>;

/** A log that was kept may be behind what the list has told since. */
function lastOf(log: ChatLog, told: Message | null): Message | null {
  return told && told.seq > log.headSeq ? told : (log.messages.get(log.headSeq) ?? told);
}
