import {
  afterNextRender,
  computed,
  DestroyRef,
  inject,
  Injectable,
  Injector,
  signal,
} from '@angular/core';
import {
  adoptChatList,
  applyEvent,
  emptyState,
  meet,
  type ChatState,
  type ClientState,
} from '@app/chat-state';
import type { ChatId, Message, Profile, ServerEvent, ServerEventName } from '@app/contracts';
import {
  ConnectionLost,
  PresenceWatch,
  RequestProblem,
  startPresenceBeat,
  SyncEngine,
  type Outbox,
} from '@app/web-realtime';
import { Session } from '@app/web-session';
import { ChatCache } from './chat-cache';
import { ChatWiring } from './chat-wiring';
import { LaterKeeper } from './later-keeper';
import { LineState } from './line-state';
import { StorageTrouble } from './storage-trouble';

/**
 * What runs for the person who is signed in: one line, one memory, one outbox. Starts when it is
 * made, and closes with the application.
 */
@Injectable({ providedIn: 'root' })
export class ChatClient {
  private readonly wiring = inject(ChatWiring);
  private readonly session = inject(Session);
  readonly me = this.session.user()!;
  private readonly memory = signal<ClientState>(stateOf(this.me));
  private readonly listed = signal(false);
  private readonly current = signal(false);
  private readonly refused = inject(StorageTrouble).note;
  private readonly cache = new ChatCache(this.me.id, this.refused);
  private readonly keeper = new LaterKeeper({
    state: this.memory,
    isCurrent: () => this.isCurrent(),
    open: () => this.wiring.keptChats(this.me.id),
    refused: this.refused,
  });
  private readonly sending = signal<Outbox | null>(null);
  private readonly line = this.wiring.line(this.me.id);
  private readonly injector = inject(Injector);
  private isClosed = false;

  readonly connection = this.line.connection;
  readonly archive = this.wiring.archive();
  readonly state = this.memory.asReadonly();
  readonly isListed = this.listed.asReadonly();
  /** What is known of my chats is what the server knows: compared since the line came up. */
  readonly isCurrent = this.current.asReadonly();
  readonly lineState = new LineState(this.line);
  readonly presence = new PresenceWatch(this.connection, (status) =>
    this.hear('user_status', status),
  );
  readonly engine = new SyncEngine({
    connection: this.connection,
    archive: this.archive,
    memory: { state: this.memory, change: (step) => this.memory.update(step) },
    random: this.wiring.random,
  });
  /** Everything that waits, of all chats; empty until the disk was read. */
  readonly entries = computed(() => this.sending()?.entries() ?? []);
  readonly outbox: Promise<Outbox>;

  constructor() {
    const cached = this.cache.read(this.state());
    if (cached) {
      this.memory.set(cached);
      this.listed.set(true);
    }
    this.engine.start();
    this.engine.onListed(() => {
      this.listed.set(true);
      this.current.set(true);
    });
    this.connection.listen((news) => {
      if (news.kind === 'lost') this.current.set(false);
      if (news.kind === 'event' && news.name === 'user_updated' && news.event.id === this.me.id)
        void this.session.reread();
    });
    const stopBeat = startPresenceBeat(this.connection, document);
    const stopCache = this.cache.follow(this.state);
    this.session.keeps({
      unsentCount: () => this.entries().length,
      forget: () => this.forget(),
      forgetCopies: () => this.forgetCopies(),
    });
    inject(DestroyRef).onDestroy(() => {
      this.isClosed = true;
      stopBeat();
      stopCache();
      this.keeper.close();
      this.lineState.close();
      this.line.close();
    });
    this.outbox = this.begin(cached !== null);
    void this.outbox.then(() => this.keeper.follow());
  }

  /** One step of what is known. */
  change(step: (state: ClientState) => ClientState): void {
    this.memory.update(step);
  }

  /** An answer that is the same as an event: an ack, the result of an edit. */
  hear<N extends ServerEventName>(name: N, event: ServerEvent<N>): void {
    this.change((state) => applyEvent(state, name, event));
  }

  chat(chatId: ChatId): ChatState | undefined {
    return this.state().chats.get(chatId);
  }

  /**
   * What an earlier visit has kept of a chat, unless it is loaded. What has happened since is
   * repaired as soon as there is a line.
   */
  async recall(chatId: ChatId): Promise<void> {
    if ((this.chat(chatId)?.log.ranges.length ?? 0) > 0) return;
    const step = await this.keeper.recall(chatId);
    if (!step) return;
    this.change(step);
    if (this.lineState.state() === 'online') this.engine.watch(chatId);
  }

  /** Asks the server for one chat of mine. Rejects as the archive does. */
  async learn(chatId: ChatId): Promise<void> {
    this.engine.adopt(await this.archive.chat(chatId));
  }

  /**
   * On a first visit the rows are asked for, and drawn, before the code of the line and of the disk
   * is, which is an eighth of it all. They are like kept ones: the first sync compares them.
   */
  private async begin(hasRows: boolean): Promise<Outbox> {
    if (!hasRows) await this.fetchFirstRows();
    if (!this.isClosed) this.line.start();
    return this.openOutbox();
  }

  private async fetchFirstRows(): Promise<void> {
    try {
      const { items } = await this.archive.chats();
      this.change((state) => adoptChatList(state, items));
      if (items.length === 0) return;
      this.listed.set(true);
      await new Promise<void>((drawn) =>
        afterNextRender({ read: () => drawn() }, { injector: this.injector }),
      );
    } catch (error) {
      // The first sync asks again, and goes on asking.
      if (!(error instanceof ConnectionLost || error instanceof RequestProblem)) throw error;
    }
  }

  private async openOutbox(): Promise<Outbox> {
    const outbox = await this.wiring.outbox(this.me.id, this.connection);
    outbox.onStored((message: Message) => this.hear('new_message', message));
    this.sending.set(outbox);
    return outbox;
  }

  private async forget(): Promise<void> {
    await this.forgetCopies();
    await (await this.outbox).clear();
  }

  private async forgetCopies(): Promise<void> {
    this.line.close();
    this.cache.forget();
    await this.keeper.forget();
  }
}

/** Who is signed in is known from the start: their own name is no question to the server. */
function stateOf(me: Profile): ClientState {
  const { id, username, name, avatar, role, status } = me;
  const user = { id, username, name, role, status, ...(avatar === undefined ? {} : { avatar }) };
  return meet(emptyState(me), [user]);
}
