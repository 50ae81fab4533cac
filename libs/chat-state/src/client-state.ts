import type { ChatId, User, UserId } from '@app/contracts';
import { withoutUnseen, type KnownInfo } from './chat-info.js';
import { emptyLog, type ChatLog } from './chat-log.js';
import { noMembers, type Members } from './chat-members.js';
import { noMarks, type Marks, type Me } from './marks.js';

/**
 * One chat. `info` is null while only events have told of it: it is no chat of mine until the
 * server says so. `typing`: who is typing now; the owner of the state takes them out in time.
 */
export interface ChatState {
  readonly log: ChatLog;
  readonly info: KnownInfo | null;
  readonly marks: Marks;
  readonly members: Members;
  readonly typing: ReadonlySet<UserId>;
}

/**
 * Everything that a client knows. Plain data that is replaced, never changed: what is the same
 * object says the same.
 *
 * - `chats`: `Map<ChatId, ChatState>`.
 * - `people`: `Map<UserId, User>`, everybody met so far, with what is known of their presence.
 */
export interface ClientState {
  readonly me: Me;
  readonly chats: ReadonlyMap<ChatId, ChatState>;
  readonly people: ReadonlyMap<UserId, User>;
}

export function emptyState(me: Me): ClientState {
  return { me, chats: new Map(), people: new Map() };
}

function emptyChat(chatId: ChatId): ChatState {
  const [log, typing] = [emptyLog(chatId), new Set<UserId>()];
  return { log, info: null, marks: noMarks, members: noMembers, typing };
}

/**
 * Changes one chat, which may be unknown so far. A step that changes nothing copies nothing. In
 * whichever order they come: what I have hidden, or is too old, is in no row of the list.
 */
export function inChat(
  state: ClientState,
  chatId: ChatId,
  step: (chat: ChatState) => ChatState,
): ClientState {
  const known = state.chats.get(chatId);
  const before = known ?? emptyChat(chatId);
  const after = silenced(step(before));
  if (after === before) return state;
  return { ...state, chats: new Map(state.chats).set(chatId, after) };
}

function silenced(chat: ChatState): ChatState {
  const info = chat.info && withoutUnseen(chat.info, chat.log);
  return info === chat.info ? chat : { ...chat, info };
}

/** Forgets a chat; an unknown one is no error. */
export function withoutChat(state: ClientState, chatId: ChatId): ClientState {
  if (!state.chats.has(chatId)) return state;
  const chats = new Map(state.chats);
  chats.delete(chatId);
  return { ...state, chats };
}

/** Adds people or replaces them. Presence is told by other ways: what is known of it stays. */
export function meet(state: ClientState, users: readonly User[]): ClientState {
  const unknown = users.filter((user) => state.people.get(user.id) !== user);
  if (unknown.length === 0) return state;
  const people = new Map(state.people);
  for (const user of unknown) {
    const { status, lastSeenAt } = people.get(user.id) ?? user;
    const { lastSeenAt: _, ...rest } = user;
    people.set(user.id, { ...rest, status, ...(lastSeenAt === undefined ? {} : { lastSeenAt }) });
  }
  return { ...state, people };
}
