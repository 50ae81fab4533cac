import { inject, Injectable } from '@angular/core';
import type { ClientMsgId, UserId } from '@app/contracts';
import {
  LaterConnection,
  type ChatConnection,
  type KeptChats,
  type Outbox,
  type StartableLine,
} from '@app/web-realtime';
import type * as Live from '@app/web-realtime/live';
import { keptCopies, Session } from '@app/web-session';
import { bring } from '../late-code';
import { StorageTrouble } from './storage-trouble';

/** A line that is started once its listeners are there. */
export interface Line {
  readonly connection: ChatConnection;
  start(): void;
  /** The network or the person is back. */
  hurry(): void;
  close(): void;
}

/** Raise it when what tabs say to each other changes: tabs of two versions then keep apart. */
const TAB_WORDS = 3;

/** What the chats are made of in this browser; tests put a server in memory in its place. */
@Injectable({ providedIn: 'root' })
export class ChatWiring {
  private readonly session = inject(Session);
  private readonly trouble = inject(StorageTrouble);
  private loading: Promise<typeof Live> | null = null;
  private tabs: Promise<Live.BrowserTabGroup> | null = null;

  readonly rest = this.session.rest;
  readonly random = (): number => Math.random();
  readonly now = (): Date => new Date();
  readonly newId = (): ClientMsgId => crypto.randomUUID() as ClientMsgId;

  line(userId: UserId): Line {
    const connection = new LaterConnection(() => this.openLine(userId));
    return {
      connection,
      start: () => connection.start(),
      hurry: () => connection.hurry(),
      close: () => connection.close(),
    };
  }

  /** What waits to be sent, as soon as its code is here. */
  async outbox(userId: UserId, connection: ChatConnection): Promise<Outbox> {
    const { openOutbox } = await bring(() => import('./open-outbox'));
    const { tokens } = this.session;
    const refused = this.trouble.note;
    const group = await this.group(userId);
    return openOutbox(this, { userId, connection, group, tokens, refused });
  }

  /** Rejects where a browser refuses databases. */
  async keptChats(userId: UserId): Promise<KeptChats> {
    const { IndexedDbKeptChats } = await import('@app/web-realtime/indexed-db');
    return IndexedDbKeptChats.create(keptCopies.chats + userId);
  }

  private async openLine(userId: UserId): Promise<StartableLine> {
    const { tokens } = this.session;
    const { random } = this;
    const { openSocket, SharedConnection, SocketConnection } = await this.live();
    const direct = new SocketConnection({ tokens, open: openSocket, random });
    return new SharedConnection(await this.group(userId), direct);
  }

  /** The tabs of this person that speak as this version does. */
  private group(userId: UserId): Promise<Live.BrowserTabGroup> {
    this.tabs ??= this.live().then(
      ({ BrowserTabGroup }) => new BrowserTabGroup(`parley-tabs-${TAB_WORDS}-${userId}`),
    );
    return this.tabs;
  }

  private live(): Promise<typeof Live> {
    this.loading ??= bring(() => import('@app/web-realtime/live'));
    return this.loading;
  }
}
