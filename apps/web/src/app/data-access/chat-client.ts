import {
  afterNextRender,
  computed,
  DestroyRef,
  inject,
  Injectable,
  Injector,
  signal,
} from '@angular/core';
import { adoptChatList, emptyState, meet, type ChatState, type ClientState } from '@app/chat-state';
import type { ChatId, Profile } from '@app/contracts';
import { fetchChats, isLineProblem, type Outbox } from '@app/web-realtime';
import { Session } from '@app/web-session';
import { bring } from '../late-code';
import { ChatCache } from './chat-cache';
import { ChatWiring } from './chat-wiring';
import { LaterKeeper } from './later-keeper';
import { LineState } from './line-state';
import { StorageTrouble } from './storage-trouble';

/**
 * What runs for the person who is signed in: one line, one memory, one outbox. Starts when it is
 * made, and closes with the application. What keeps the memory true comes later: `ChatSync`.
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

  /** The chat that is open; null: none. `OpenChatStore` opens and closes. */
  readonly openId = signal<ChatId | null>(null);
  readonly connection = this.line.connection;
  readonly state = this.memory.asReadonly();
  readonly isListed = this.listed.asReadonly();
  /** What is known of my chats is what the server knows: compared since the line came up. */
  readonly isCurrent = this.current.asReadonly();
  readonly lineState = new LineState(this.line);
  /** As it is shown: without a line nobody is known to be there, neither others nor I. */
  readonly shown = computed(() =>
    this.lineState.state() === 'offline' ? withNobodyThere(this.state()) : this.state(),
  );
  /** Everything that waits, of all chats; empty until the disk was read. */
  readonly entries = computed(() => this.sending()?.entries() ?? []);
  readonly outbox: Promise<Outbox>;
  /** The same, once it is there. */
  readonly openedOutbox = this.sending.asReadonly();

  constructor() {
    const cached = this.cache.read(this.state());
    if (cached) {
      this.memory.set(cached);
      this.listed.set(true);
    }
    this.connection.listen(({ kind }) => {
      if (kind === 'lost') this.current.set(false);
    });
    const stopCache = this.cache.follow(this.state);
    this.session.keeps({
      unsentCount: () => this.entries().length,
      forget: () => this.forget(),
      forgetCopies: () => this.forgetCopies(),
    });
    inject(DestroyRef).onDestroy(() => {
      this.isClosed = true;
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

  chat(chatId: ChatId): ChatState | undefined {
    return this.state().chats.get(chatId);
  }

  /** All of my chats were compared with what the server has. */
  noteListed(): void {
    this.listed.set(true);
    this.current.set(true);
  }

  /** What an earlier visit has kept of a chat, unless it is loaded. False: nothing has come. */
  async recall(chatId: ChatId): Promise<boolean> {
    if ((this.chat(chatId)?.log.ranges.length ?? 0) > 0) return false;
    const step = await this.keeper.recall(chatId);
    if (step) this.change(step);
    return step !== null;
  }

  /**
   * On a first visit the rows are asked for, and drawn, before the code of the line, of the sync
   * and of the disk is, which is a sixth of it all. They are like kept ones: the first sync
   * compares them.
   */
  private async begin(hasRows: boolean): Promise<Outbox> {
    if (!hasRows) await this.fetchFirstRows();
    const opening = this.wiring.outbox(this.me.id, this.connection);
    const { ChatSync } = await bring(() => import('./chat-sync'));
    if (this.isClosed) return opening;
    const sync = this.injector.get(ChatSync);
    const outbox = opening.then((opened) => {
      opened.onStored((message) => sync.hear('new_message', message));
      this.sending.set(opened);
      return opened;
    });
    this.lineState.noteStart();
    this.line.start();
    return outbox;
  }

  private async fetchFirstRows(): Promise<void> {
    try {
      const { items } = await fetchChats(this.wiring.rest);
      this.change((state) => adoptChatList(state, items));
      if (items.length === 0) return;
      this.listed.set(true);
      await new Promise<void>((drawn) =>
        afterNextRender({ read: () => drawn() }, { injector: this.injector }),
      );
    } catch (error) {
      // The first sync asks again, and goes on asking.
      if (!isLineProblem(error)) throw error;
    }
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

function withNobodyThere(state: ClientState): ClientState {
  const people = [...state.people].map(
    ([id, user]) => [id, { ...user, status: 'offline' }] as const,
  );
  return { ...state, people: new Map(people) };
}

/** Who is signed in is known from the start: their own name is no question to the server. */
function stateOf(me: Profile): ClientState {
  const { id, username, name, avatar, role, status } = me;
  const user = { id, username, name, role, status, ...(avatar === undefined ? {} : { avatar }) };
  return meet(emptyState(me), [user]);
}
