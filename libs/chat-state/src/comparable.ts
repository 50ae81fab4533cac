import type { ChatId, Message } from '@app/contracts';
import { completeTo, gapOf, lacksHides, windowOf } from './log-views.js';
import type { ChatState, ClientState } from './client-state.js';

/** How many of a chat's newest messages are compared: what a fresh fetch brings. */
const NEWEST = 50;

/** One chat, reduced to what must be equal; see `comparable`. */
export interface ComparableChat {
  readonly rev: number | null;
  readonly headSeq: number;
  readonly hasGap: boolean;
  readonly hides: number;
  readonly info: Readonly<Record<string, unknown>>;
  readonly marks: Readonly<Record<string, number>>;
  readonly others: Readonly<Record<string, { lastReadSeq: number; lastDeliveredSeq: number }>>;
  readonly messages: readonly Message[];
}

/**
 * What must be the same in a state that followed the events and in one that was fetched afterwards:
 * where each chat stands, what it is, its row in the list, what waits in it, and its newest
 * messages (load a page of 50 of each in both). Left out: what passes by itself (typing, presence),
 * and what depends on how much was loaded.
 */
export function comparable(state: ClientState): Readonly<Record<ChatId, ComparableChat>> {
  const mine = [...state.chats].filter(([, chat]) => chat.info !== null);
  const sorted = mine.sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(sorted.map(([id, chat]) => [id, reduced(chat, state)]));
}

function reduced(chat: ChatState, state: ClientState): ComparableChat {
  const { rev: _, peerId, ...info } = chat.info!;
  const peer = peerId && state.people.get(peerId);
  const { lastReadSeq, lastDeliveredSeq, unread, mentions } = chat.marks;
  const { visibleFromSeq } = chat.log;
  return {
    rev: chat.log.rev,
    headSeq: completeTo(chat.log),
    hasGap: gapOf(chat.log) !== null || lacksHides(chat.log),
    hides: chat.log.hides,
    info: { ...info, visibleFromSeq, peer: peer ? `${peer.username}: ${peer.name}` : null },
    marks: { lastReadSeq, lastDeliveredSeq, unread, mentions },
    others: Object.fromEntries([...chat.members.marks].sort(([a], [b]) => (a < b ? -1 : 1))),
    messages: windowOf(chat.log).slice(-NEWEST),
  };
}
