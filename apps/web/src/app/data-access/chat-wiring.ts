import { inject, Injectable } from '@angular/core';
import type { ClientMsgId, UserId } from '@app/contracts';
import {
  BrowserOutboxTabs,
  ChatArchive,
  MemoryOutboxStorage,
  openSocket,
  SocketConnection,
  type ChatConnection,
  type OutboxStorage,
  type OutboxTabs,
} from '@app/web-realtime';
import { Session } from '@app/web-session';

/** A line that is started once its listeners are there. */
export interface Line {
  readonly connection: ChatConnection;
  start(): void;
  /** The network or the person is back. */
  hurry(): void;
  close(): void;
}

/** What the chats are made of in this browser; tests put a server in memory in its place. */
@Injectable({ providedIn: 'root' })
export class ChatWiring {
  private readonly session = inject(Session);

  readonly random = (): number => Math.random();
  readonly now = (): Date => new Date();
  readonly newId = (): ClientMsgId => crypto.randomUUID() as ClientMsgId;

  line(): Line {
    const { tokens } = this.session;
    const connection = new SocketConnection({ tokens, open: openSocket, random: this.random });
    return {
      connection,
      start: () => connection.start(),
      hurry: () => connection.hurry(),
      close: () => connection.close(),
    };
  }

  archive(): ChatArchive {
    return new ChatArchive(this.session.rest);
  }

  async storage(userId: UserId): Promise<OutboxStorage> {
    try {
      const { IndexedDbOutboxStorage } = await import('@app/web-realtime/indexed-db');
      return await IndexedDbOutboxStorage.create(`parley-outbox-${userId}`);
    } catch (error) {
      // A private window may refuse it: then the outbox lives as long as the page.
      console.warn('The outbox is not kept', error);
      return new MemoryOutboxStorage();
    }
  }

  tabs(userId: UserId): OutboxTabs {
    return new BrowserOutboxTabs(`outbox:${userId}`);
  }
}
