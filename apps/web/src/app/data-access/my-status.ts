import { computed, DestroyRef, inject, Injectable, linkedSignal, signal } from '@angular/core';
import type { Presence } from '@app/contracts';
import { isLineProblem } from '@app/web-realtime';
import { ChatClient } from './chat-client';
import { ChatSync } from './chat-sync';

/** What I want others to see, whatever my devices say; `auto`: what they say. */
export type StatusWish = 'auto' | 'dnd' | 'invisible';

/**
 * My wish, the same on all my devices. The server tells me what others see of me; as this device is
 * here, `offline` can only mean that I hide.
 */
@Injectable({ providedIn: 'root' })
export class MyStatus {
  private readonly client = inject(ChatClient);
  private readonly sync = inject(ChatSync);
  /** The server has said how I am since the line came up; before, it is an old story. */
  private readonly isHeard = signal(false);
  private readonly heard = computed(
    () => this.client.state().people.get(this.client.me.id)?.status,
  );
  private readonly told = linkedSignal({ source: this.heard, computation: wishBehind });
  private choices = 0;

  /** Null while it cannot be known, nor changed. */
  readonly wish = computed(() => (this.isHeard() ? this.told() : null));

  constructor() {
    const { connection } = this.client;
    const stopListening = connection.listen(({ kind }) => {
      if (kind === 'ready') void this.ask();
      if (kind === 'lost') this.isHeard.set(false);
    });
    inject(DestroyRef).onDestroy(stopListening);
    void this.ask();
  }

  /** Shown at once. Rejects with `ConnectionLost` or `RequestProblem`, and is as before. */
  async choose(wish: StatusWish): Promise<void> {
    const choice = ++this.choices;
    this.told.set(wish);
    try {
      await this.client.connection.ask('set_presence', { presence: wish });
    } catch (error) {
      // No connection, or too many changes: nobody was told. What was chosen since stands.
      if (choice === this.choices) this.told.set(wishBehind(this.heard()));
      throw error;
    }
  }

  private async ask(): Promise<void> {
    const { connection, me } = this.client;
    try {
      const { items } = await connection.ask('watch_presence', { userIds: [me.id] });
      for (const status of items) this.sync.hear('user_status', status);
      this.isHeard.set(true);
    } catch (error) {
      // No connection yet: asked again with the next `ready`.
      if (!isLineProblem(error)) throw error;
    }
  }
}

function wishBehind(status: Presence | undefined): StatusWish {
  return status === 'offline' ? 'invisible' : status === 'dnd' ? 'dnd' : 'auto';
}
