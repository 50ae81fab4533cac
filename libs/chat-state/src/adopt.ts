import type { ChangePage, Chat, ChatId, ChatMember, MessagePage, SyncItem } from '@app/contracts';
import { applyChanges, drain } from './chat-changes.js';
import { infoOf, type KnownInfo } from './chat-info.js';
import { adoptMemberPage } from './chat-members.js';
import { inChat, meet, withoutChat, type ChatState, type ClientState } from './client-state.js';
import { haveHides, heedHidden, jumpTo, letGo, load, noteHead, noteHides } from './log-steps.js';
import { adoptNumbers, settle, type Me } from './marks.js';
import type { SeqRange } from './seq-ranges.js';

/** Slots at the end of a log that always stay: a page, and what one has just written. */
const NEWEST_KEPT = 100;

/** A fetched chat, or one that I came into: what it is, where it stands, what waits in it. */
export function adoptChat(state: ClientState, chat: Chat): ClientState {
  const met = chat.peer ? meet(state, [chat.peer]) : state;
  return inChat(met, chat.id, (known) => {
    const standing = stand(known, chat, state.me);
    const log = heedHidden(standing.log, chat.lastMessage ? [chat.lastMessage] : []);
    const info = newerInfo(known.info, infoOf(chat));
    return drain({ ...standing, log, info }, state.me);
  });
}

/** `GET /api/chats`: any page of it; chats that are not in it stay. */
export function adoptChatList(state: ClientState, chats: readonly Chat[]): ClientState {
  return chats.reduce(adoptChat, state);
}

/**
 * `GET /api/sync`, all of its pages: how far my chats have come. A chat that nobody has opened
 * jumps there; an opened one has a gap until its changes are in; one that is not in it is no longer
 * mine. `known`: the chats that were known when the question was asked: one that came while the
 * answer was under way is none of its business. New chats are not made up: see `syncPlan`.
 */
export function adoptSync(
  state: ClientState,
  items: readonly SyncItem[],
  known: readonly ChatId[] = [...state.chats.keys()],
): ClientState {
  const mine = new Set(items.map((item) => item.chatId));
  const gone = known.filter((chatId) => !mine.has(chatId));
  const kept = gone.reduce(withoutChat, state);
  return items.reduce((now, item) => {
    const known = now.chats.get(item.chatId);
    if (!known?.info) return now;
    return inChat(now, item.chatId, (chat) => {
      const info = chat.info && { ...chat.info, myRole: item.myRole };
      return drain({ ...stand(chat, item, state.me), info }, state.me);
    });
  }, kept);
}

/** What to fetch after `GET /api/sync`. Ask before adopting it. */
export interface SyncPlan {
  /** Chats that I do not know. */
  readonly unknown: readonly ChatId[];
  /** Chats of which something is loaded, and that went on; or where I have hidden something. */
  readonly behind: readonly ChatId[];
  /** Chats of which nothing is loaded, and that went on: their last line is old. */
  readonly moved: readonly ChatId[];
  /** Chats that are further here than there: the server lags, or forgot. See `isRestored`. */
  readonly ahead: readonly ChatId[];
}

/** `asked`: what was known when the question was asked; what came since is no contradiction. */
export function syncPlan(
  state: ClientState,
  items: readonly SyncItem[],
  asked: ClientState = state,
): SyncPlan {
  const plan: Record<keyof SyncPlan, ChatId[]> = { unknown: [], behind: [], moved: [], ahead: [] };
  for (const { chatId, headRev, hides = 0 } of items) {
    const chat = state.chats.get(chatId);
    if (!chat?.info) {
      plan.unknown.push(chatId);
      continue;
    }
    const { rev, ranges } = chat.log;
    const isBehind = (rev ?? 0) < headRev;
    if (hides > chat.log.hides || (isBehind && ranges.length > 0)) plan.behind.push(chatId);
    if (isBehind && ranges.length === 0) plan.moved.push(chatId);
    if (!isBehind && (asked.chats.get(chatId)?.log.rev ?? 0) > headRev) plan.ahead.push(chatId);
  }
  return plan;
}

/**
 * Whether the log has lost what is known of it, as only older data that was restored does: it
 * answers, from its end, that it ends before what was asked for.
 */
export function isRestored({ page }: ChangePage): boolean {
  return page.headRev < page.afterRev;
}

/** A chat from scratch, and its newest page where it was open: nothing else that is known holds. */
export function replaceChat(state: ClientState, chat: Chat, page: MessagePage | null): ClientState {
  const fresh = adoptChat(withoutChat(state, chat.id), chat);
  return page ? adoptPage(fresh, chat.id, page) : fresh;
}

/** A window of the log, from anywhere. It fills, and never moves, the log's `rev`. */
export function adoptPage(state: ClientState, chatId: ChatId, page: MessagePage): ClientState {
  const { headSeq, headRev, visibleFromSeq } = page.page;
  return inChat(state, chatId, (chat) => {
    if (chat.log.rev === null) return startAt(chat, page, state.me);
    if (headRev < chat.log.floorRev) return chat;
    const noted = noteHead(chat.log, { seq: headSeq, rev: headRev });
    const log = { ...load(noted, page.items), visibleFromSeq };
    return { ...chat, log, marks: settle(chat.marks, log, state.me) };
  });
}

/**
 * Forgets what is loaded of a chat but these slots and the newest ones, with which its log grows
 * on: whoever reads far back does not have to hold all that they passed.
 */
export function keepLoaded(state: ClientState, chatId: ChatId, kept: SeqRange): ClientState {
  if (!state.chats.has(chatId)) return state;
  return inChat(state, chatId, (chat) => {
    const { headSeq } = chat.log;
    const end = { from: headSeq - NEWEST_KEPT + 1, to: headSeq };
    return { ...chat, log: letGo(chat.log, [kept, end]) };
  });
}

/** The newest page instead of everything known: for a chat that is too far behind to catch up. */
export function startOver(state: ClientState, chatId: ChatId, page: MessagePage): ClientState {
  return inChat(state, chatId, (chat) =>
    (chat.log.rev ?? 0) >= page.page.headRev ? chat : startAt(chat, page, state.me),
  );
}

/** `GET /api/chats/:id/changes`. Dropped when it begins after what is known: that leaves a hole. */
export function adoptChanges(state: ClientState, chatId: ChatId, page: ChangePage): ClientState {
  const { afterRev, toRev, headSeq, headRev } = page.page;
  return inChat(state, chatId, (chat) => {
    const { rev } = chat.log;
    if (rev === null || afterRev > rev || toRev <= rev) return chat;
    const log = noteHead(chat.log, { seq: headSeq, rev: headRev });
    return applyChanges({ ...chat, log }, page.items, toRev, state.me);
  });
}

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

/** Where the server says that the chat stands. What is loaded is brought there by changes only. */
function stand(chat: ChatState, at: Standing, me: Me): ChatState {
  const head = { seq: at.headSeq, rev: at.headRev };
  const isOpen = chat.log.ranges.length > 0;
  const isBehind = (chat.log.rev ?? -1) < head.rev;
  const moved = isBehind && !isOpen ? jumpTo(chat.log, head) : noteHead(chat.log, head);
  // What is fetched of a chat from now on has in it what I had hidden by then.
  const heard = (chat.info ? noteHides : haveHides)(moved, at.hides);
  const log = { ...heard, visibleFromSeq: at.visibleFromSeq };
  return { ...chat, log, marks: adoptNumbers(chat.marks, log, at, head, me) };
}

type Standing = Pick<
  SyncItem,
  | 'headSeq'
  | 'headRev'
  | 'visibleFromSeq'
  | 'lastReadSeq'
  | 'lastDeliveredSeq'
  | 'unread'
  | 'mentions'
  | 'hides'
>;

function startAt(chat: ChatState, page: MessagePage, me: Me): ChatState {
  const { headSeq: seq, headRev: rev, visibleFromSeq } = page.page;
  const jumped = jumpTo(chat.log, { seq, rev });
  const log = { ...load(jumped, page.items), visibleFromSeq };
  const isExact = chat.marks.isExact && chat.marks.counted.rev >= rev;
  const marks = settle({ ...chat.marks, isExact }, log, me);
  return drain({ ...chat, log, marks }, me);
}

/** Events may have overtaken the answer: whatever is newer, the traits and the row of the list. */
function newerInfo(known: KnownInfo | null, fetched: KnownInfo): KnownInfo {
  if (!known) return fetched;
  // Of older traits only what no event tells is news.
  const traits = fetched.rev >= known.rev ? fetched : { ...known, settings: fetched.settings };
  return { ...traits, ...newerRow(known, fetched) };
}

function newerRow(
  known: KnownInfo,
  fetched: KnownInfo,
): Pick<KnownInfo, 'lastMessage' | 'updatedAt'> {
  const [mine, theirs] = [known.lastMessage ?? nothing, fetched.lastMessage ?? nothing];
  const isKnownNewer = mine.seq === theirs.seq ? mine.rev > theirs.rev : mine.seq > theirs.seq;
  const { lastMessage, updatedAt } = isKnownNewer ? known : fetched;
  return { lastMessage, updatedAt };
}

const nothing = { seq: 0, rev: 0 };
