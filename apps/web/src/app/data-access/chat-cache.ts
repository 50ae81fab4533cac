import type { Signal } from '@angular/core';
import { adoptChatList, meet, rowOf, type ClientState } from '@app/chat-state';
import type { Chat, User, UserId } from '@app/contracts';
import { deviceStorage, keptCopies } from '@app/web-session';

/** The list as it is drawn first; the rest comes with the first sync. */
const MOST = 60;
const EVERY_MS = 5000;

interface KeptRows {
  readonly rows: readonly Chat[];
  /** Those whom the last lines name. */
  readonly people: readonly User[];
}

/**
 * The rows of the chat list, kept over visits, so that the list is there before the network is. It
 * is only a start: the first sync compares it like any other state. In `localStorage`, which is
 * read at once: the database of the messages answers only after the first paint.
 */
export class ChatCache {
  private readonly key: string;
  private written: ClientState['chats'] | null = null;
  private isForgotten = false;

  /** `refused`: this browser does not keep it. */
  constructor(
    userId: UserId,
    private readonly refused: (error: unknown) => void,
  ) {
    this.key = keptCopies.rows + userId;
  }

  /** The state with the kept rows in it; null when there are none. */
  read(state: ClientState): ClientState | null {
    const kept = deviceStorage.read(this.key);
    if (!kept) return null;
    try {
      const { rows, people } = JSON.parse(kept) as KeptRows;
      return adoptChatList(meet(state, people), rows);
    } catch {
      // SyntaxError or TypeError: somebody has edited it.
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
    deviceStorage.write(this.key, null);
  }

  private write(state: ClientState): void {
    if (this.isForgotten || state.chats === this.written) return;
    this.written = state.chats;
    const all = [...state.chats.values()].flatMap((chat) => rowOf(chat, state) ?? []);
    const rows = all.sort((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1)).slice(0, MOST);
    const ids = new Set(rows.flatMap(({ lastMessage }) => lastMessage?.senderId ?? []));
    const people = [...ids].flatMap((id) => state.people.get(id) ?? []);
    const kept = JSON.stringify({ rows, people } satisfies KeptRows);
    deviceStorage.write(this.key, kept, this.refused);
  }
}
