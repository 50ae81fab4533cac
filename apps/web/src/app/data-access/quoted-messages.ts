import { DestroyRef, effect, inject, Injectable, untracked } from '@angular/core';
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
  private readonly side = new SideMessages(inject(ChatClient).connection);
  /** Asked for, found or not. */
  private readonly asked = new Set<MessageId>();

  readonly all = this.side.all;

  constructor() {
    inject(DestroyRef).onDestroy(this.side.stop);
    effect(() => {
      const messages = this.store.messages();
      const loaded = new Set(messages.map(({ id }) => id));
      const wanted = messages.flatMap(({ replyTo }) => replyTo ?? []);
      const missing = [...new Set(wanted)].filter((id) => !loaded.has(id));
      untracked(() => void this.find(missing));
    });
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
