import { DestroyRef, inject, Injectable, type Signal } from '@angular/core';
import { applyEvent } from '@app/chat-state';
import type { Chat, ChatId, Message, ServerEvent, ServerEventName } from '@app/contracts';
import { ChatArchive, PresenceWatch, startPresenceBeat, SyncEngine } from '@app/web-realtime';
import { Session } from '@app/web-session';
import { ChatClient } from './chat-client';
import { ChatWiring } from './chat-wiring';
import { tellDeliveries } from './delivery-marks';
import { namedBy, PeopleFinder } from './people-finder';

/**
 * Keeps what is known of the chats equal to what the server has, and tells the server what it wants
 * to hear of this device. `ChatClient` fetches its code once the first rows are drawn, and makes it
 * before the line is started: so nothing that the line says is missed.
 */
@Injectable({ providedIn: 'root' })
export class ChatSync {
  private readonly client = inject(ChatClient);
  private readonly wiring = inject(ChatWiring);
  /** What the server remembers. */
  readonly archive = new ChatArchive(this.wiring.rest);
  private readonly finder = new PeopleFinder(this.client, this.archive);
  private readonly engine = new SyncEngine({
    connection: this.client.connection,
    archive: this.archive,
    memory: this.client,
    random: this.wiring.random,
  });

  /** Of me, and of whoever is shown somewhere. */
  readonly presence = new PresenceWatch(this.client.connection, (status) =>
    this.hear('user_status', status),
  );

  constructor() {
    const { connection, me, state } = this.client;
    const session = inject(Session);
    this.engine.start();
    this.engine.onListed(() => this.client.noteListed());
    connection.listen((news) => {
      if (news.kind === 'event' && news.name === 'user_updated' && news.event.id === me.id)
        void session.reread();
    });
    this.presence.watch([me.id]);
    inject(DestroyRef).onDestroy(startPresenceBeat(connection, document));
    tellDeliveries(this.client, (marks) => this.hear('read_state', marks));
    this.finder.follow(() =>
      [...state().chats.values()].flatMap(({ info }) => info?.lastMessage ?? []).flatMap(namedBy),
    );
  }

  /** Of what happened, or an answer that says the same: an ack, the result of an edit. */
  hear<N extends ServerEventName>(name: N, event: ServerEvent<N>): void {
    this.client.change((state) => applyEvent(state, name, event));
  }

  /** How far a chat has come by now, beside the news: what of it is not here is fetched. */
  heed(chatId: ChatId, head: Pick<Chat, 'headSeq' | 'headRev'>): void {
    this.hear('chat_head', { chatId, ...head });
    this.engine.watch(chatId);
  }

  /** Gets to know those whom these messages name, from now on. Where effects may be made. */
  meetThoseIn(messages: Signal<readonly Message[]>): void {
    this.finder.follow(() => messages().flatMap(namedBy));
  }

  /** A chat that the server has just answered with. */
  adopt(chat: Chat): void {
    this.engine.adopt(chat);
  }

  /** Asks the server for one chat of mine, if it is not asked yet. Rejects as the archive does. */
  async learn(chatId: ChatId, answer = this.archive.chat(chatId)): Promise<void> {
    this.adopt(await answer);
  }

  /**
   * What an earlier visit has kept of a chat, unless it is loaded. What has happened since is
   * repaired as soon as there is a line.
   */
  async recall(chatId: ChatId): Promise<void> {
    const isBack = await this.client.recall(chatId);
    if (isBack && this.client.lineState.state() === 'online') this.engine.watch(chatId);
  }

  /** The newest page of a chat, unless it is there. Rejects as the archive does. */
  load(chatId: ChatId): Promise<void> {
    return this.engine.load(chatId);
  }

  /**
   * Tries until it succeeds, as long as there is a line. Rejects with `ConnectionLost` and with a
   * refusal that time does not heal.
   */
  persist<T>(attempt: () => Promise<T>): Promise<T> {
    return this.engine.persist(attempt);
  }

  /** Closes what gap a chat has by now. Never rejects: the next `ready` begins it anew. */
  catchUp(chatId: ChatId): Promise<void> {
    return this.engine.catchUp(chatId);
  }
}
