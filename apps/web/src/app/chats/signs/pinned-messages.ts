import {
  computed,
  DestroyRef,
  effect,
  inject,
  Injectable,
  PendingTasks,
  signal,
  untracked,
} from '@angular/core';
import { ChatClient } from '../../data-access/chat-client';
import { ChatSync } from '../../data-access/chat-sync';
import { OpenChatStore } from '../../data-access/open-chat-store';
import { SideMessages } from '../../data-access/side-messages';
import { problemWords } from '../../problem-words';

/** What is pinned in the open chat, the newest message first. One for each place that shows it. */
@Injectable()
export class PinnedMessages {
  private readonly store = inject(OpenChatStore);
  private readonly sync = inject(ChatSync);
  private readonly tasks = inject(PendingTasks);
  private readonly side: SideMessages;
  /** Undefined: nothing is known yet; null: all is. */
  private readonly cursor = signal<string | null | undefined>(undefined);
  private readonly trouble = signal('');

  readonly items = computed(() =>
    [...this.side.all().values()]
      .filter(({ pinnedAt }) => pinnedAt !== undefined)
      .sort((a, b) => b.seq - a.seq),
  );
  readonly isKnown = computed(() => this.cursor() !== undefined);
  readonly hasMore = computed(() => typeof this.cursor() === 'string');
  /** Why they are not here, in words. */
  readonly problem = this.trouble.asReadonly();

  constructor() {
    const client = inject(ChatClient);
    this.side = new SideMessages(client, (message) => message.pinnedAt !== undefined);
    const stop = client.connection.listen(({ kind }) => {
      // What was told while the line was away, nobody has heard.
      if (kind === 'ready') void this.load();
    });
    inject(DestroyRef).onDestroy(() => {
      stop();
      this.side.stop();
    });
    effect(() => {
      this.store.chatId();
      untracked(() => {
        this.side.clear();
        this.cursor.set(undefined);
        void this.load();
      });
    });
  }

  async more(): Promise<void> {
    const cursor = this.cursor();
    if (cursor) await this.load(cursor);
  }

  private async load(cursor?: string): Promise<void> {
    const chatId = this.store.chatId();
    if (!chatId) return;
    this.trouble.set('');
    const done = this.tasks.add();
    try {
      const { items, page } = await this.sync.archive.pins(chatId, cursor);
      if (this.store.chatId() === chatId) {
        if (cursor === undefined) this.side.clear();
        this.side.adopt(items);
        this.cursor.set(page.nextCursor);
      }
    } catch (error) {
      // No connection, or refused: what is here stays, with the words.
      if (this.store.chatId() === chatId) this.trouble.set(problemWords(error));
    }
    done();
  }
}
