import type { Signal } from '@angular/core';
import { adoptChatList, type ChatState, type ClientState } from '@app/chat-state';
import type { Chat, UserId } from '@app/contracts';

/** The list as it is drawn first; the rest comes with the first sync. */
const MOST = 60;
const EVERY_MS = 5000;

/**
 * The rows of the chat list, kept over visits, so that the list is there before the network is. It
 * is only a start: the first sync compares it like any other state.
 */
export class ChatCache {
  private readonly key: string;
  private written: ClientState['chats'] | null = null;
  private isForgotten = false;

  constructor(userId: UserId) {
    this.key = `parley-chats-${userId}`;
  }

  /** The state with the kept rows in it; null when there are none. */
  read(state: ClientState): ClientState | null {
    try {
      const kept = localStorage.getItem(this.key);
      return kept === null ? null : adoptChatList(state, JSON.parse(kept) as Chat[]);
    } catch {
      // SecurityError (storage is turned off) or SyntaxError (somebody edited it): start empty.
      return null;
    }
  }

  /** Writes what has changed, now and then and when the page is left. Returns how to stop. */
  follow(state: Signal<ClientState>): () => void {
    const write = (): void => this.write(state());
    const timer = setInterval(write, EVERY_MS);
    addEventListener('pagehide', write);
    return () => {
      clearInterval(timer);
      removeEventListener('pagehide', write);
    };
  }

  forget(): void {
    this.isForgotten = true;
    try {
      localStorage.removeItem(this.key);
    } catch {
      // SecurityError: then there is nothing in it.
    }
  }

  private write(state: ClientState): void {
    if (this.isForgotten || state.chats === this.written) return;
    this.written = state.chats;
    const rows = [...state.chats.values()].flatMap((chat) => rowOf(chat, state));
    const newest = rows.sort((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1)).slice(0, MOST);
    try {
      localStorage.setItem(this.key, JSON.stringify(newest));
    } catch {
      // QuotaExceededError or SecurityError: the next visit starts without rows.
    }
  }
}

/** A chat as the server would tell it, as of what is known. */
function rowOf({ info, log, marks }: ChatState, state: ClientState): Chat[] {
  if (!info) return [];
  const { rev: _, peerId, lastMessage, ...rest } = info;
  const peer = peerId && state.people.get(peerId);
  const { lastReadSeq, lastDeliveredSeq, unread, mentions } = marks;
  return [
    {
      ...rest,
      ...(peer ? { peer } : {}),
      ...(lastMessage ? { lastMessage } : {}),
      ...{ lastReadSeq, lastDeliveredSeq, unread, mentions },
      headSeq: log.headSeq,
      headRev: log.rev ?? 0,
      visibleFromSeq: log.visibleFromSeq,
    },
  ];
}
