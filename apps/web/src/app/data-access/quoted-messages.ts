import { computed, DestroyRef, effect, inject, Injectable, untracked } from '@angular/core';
import type { MessageId } from '@app/contracts';
import { isLineProblem } from '@app/web-realtime';
import { ChatClient } from './chat-client';
import { ChatSync } from './chat-sync';
import { OpenChatStore } from './open-chat-store';
import { SideMessages } from './side-messages';

/** What one request may ask for. */
const AT_ONCE = 50;

/** What replies of the open chat answer, where that is not loaded. Made where effects may be. */
@Injectable()
export class QuotedMessages {
  private readonly store = inject(OpenChatStore);
  private readonly sync = inject(ChatSync);
  private readonly client = inject(ChatClient);
  private readonly side = new SideMessages(this.client);
  /** Asked for, found or not. */
  private readonly asked = new Set<MessageId>();

  readonly all = this.side.all;

  private readonly missing = computed(() => {
    const messages = this.store.messages();
    const loaded = new Set(messages.map(({ id }) => id));
    const wanted = messages.flatMap(({ replyTo }) => replyTo ?? []);
    return [...new Set(wanted)].filter((id) => !loaded.has(id));
  });

  constructor() {
    const stop = this.client.connection.listen(({ kind }) => {
      if (kind === 'ready') this.findAnew();
    });
    inject(DestroyRef).onDestroy(() => {
      stop();
      this.side.stop();
    });
    effect(() => {
      const missing = this.missing();
      untracked(() => void this.find(missing));
    });
  }

  /** What became of them while the line was away, nobody has heard. */
  private findAnew(): void {
    this.asked.clear();
    void this.find(this.missing());
  }

  private async find(missing: readonly MessageId[]): Promise<void> {
    const now = missing.filter((id) => !this.asked.has(id)).slice(0, AT_ONCE);
    if (now.length === 0) return;
    for (const id of now) this.asked.add(id);
    try {
      this.side.adopt(await this.sync.archive.messages(now));
      await this.find(missing);
    } catch (error) {
      // Without a network they stay "an earlier message", until the next page is loaded.
      if (!isLineProblem(error)) throw error;
      for (const id of now) this.asked.delete(id);
    }
  }
}
