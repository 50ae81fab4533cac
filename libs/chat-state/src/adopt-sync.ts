import type { ChangePage, Chat, ChatId, MessagePage, SyncItem } from '@app/contracts';
import { adoptChat } from './adopt.js';
import { adoptPage } from './adopt-pages.js';
import { drain } from './chat-steps.js';
import { inChat, withoutChat, type ClientState } from './client-state.js';
import { stand } from './standing.js';

/**
 * `GET /api/sync`, all of its pages: how far my chats have come. A chat that nobody has opened
 * jumps there; an opened one has a gap until its changes are in; one that is not in it is no longer
 * mine. `asked`: what was known when the question was asked: a chat that came while the answer was
 * under way is none of its business, nor are settings that have changed since. New chats are not
 * made up: see `syncPlan`.
 */
export function adoptSync(
  state: ClientState,
  items: readonly SyncItem[],
  asked: ClientState = state,
): ClientState {
  const mine = new Set(items.map((item) => item.chatId));
  const gone = [...asked.chats.keys()].filter((chatId) => !mine.has(chatId));
  const kept = gone.reduce(withoutChat, state);
  return items.reduce((now, item) => {
    const { chatId, myRole } = item;
    if (!now.chats.get(chatId)?.info) return now;
    return inChat(now, chatId, (chat) => {
      const isNews = chat.info?.settings === asked.chats.get(chatId)?.info?.settings;
      const settings = isNews ? { settings: item.settings } : {};
      const info = chat.info && { ...chat.info, myRole, ...settings };
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
