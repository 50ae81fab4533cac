import { DestroyRef, inject, Injectable, signal } from '@angular/core';
import type { Message, MessageId, Reaction } from '@app/contracts';
import { ConnectionLost } from '@app/web-realtime';
import { ChatClient } from './chat-client';
import { ChatSync } from './chat-sync';

/** One kind of reaction to a message, as the person sees it. */
export interface ShownReaction extends Reaction {
  readonly isMine: boolean;
}

/**
 * Reactions as I want them: shown at once, and told to the server one after the other, for each
 * emoji the last wish. Without a line they wait for it; a page that is left takes them along.
 */
@Injectable({ providedIn: 'root' })
export class ReactionWishes {
  private readonly client = inject(ChatClient);
  private readonly sync = inject(ChatSync);
  /** `Map<message and emoji, on or off>`: what is not the server's state yet. */
  private readonly wishes = signal<ReadonlyMap<string, boolean>>(new Map());
  private readonly underWay = new Map<string, Promise<void>>();
  private waiting: (() => void)[] = [];

  constructor() {
    const stop = this.client.connection.listen(({ kind }) => {
      if (kind !== 'ready') return;
      for (const go of this.waiting.splice(0)) go();
    });
    inject(DestroyRef).onDestroy(stop);
  }

  of({ id, reactions = [] }: Message): readonly ShownReaction[] {
    const me = this.client.me.id;
    const shown = new Map(reactions.map(({ emoji, userIds }) => [emoji, userIds]));
    for (const [key, isOn] of this.wishes()) {
      const [messageId, emoji = ''] = key.split(' ');
      if (messageId !== id) continue;
      const others = (shown.get(emoji) ?? []).filter((userId) => userId !== me);
      if (isOn)
        shown.set(emoji, shown.get(emoji)?.includes(me) ? shown.get(emoji)! : [...others, me]);
      else if (others.length > 0) shown.set(emoji, others);
      else shown.delete(emoji);
    }
    return [...shown].map(([emoji, userIds]) => ({ emoji, userIds, isMine: userIds.includes(me) }));
  }

  /** Resolves when the server has it. Rejects with a refusal; then it is as before. */
  wish({ id }: Message, emoji: string, isOn: boolean): Promise<void> {
    const key = `${id} ${emoji}`;
    this.wishes.update((wishes) => new Map(wishes).set(key, isOn));
    const telling =
      this.underWay.get(key) ??
      this.tell(id, emoji, key).finally(() => {
        this.underWay.delete(key);
        this.wishes.update((wishes) => new Map([...wishes].filter(([one]) => one !== key)));
      });
    this.underWay.set(key, telling);
    return telling;
  }

  private async tell(id: MessageId, emoji: string, key: string): Promise<void> {
    for (;;) {
      try {
        // What fails in passing while there is a line is repeated, with what is wanted then.
        const { message, isOn } = await this.sync.persist(() => this.ask(id, emoji, key));
        this.sync.hear('message_edited', message);
        if (this.wishes().get(key) === isOn) return;
      } catch (error) {
        if (!(error instanceof ConnectionLost)) throw error;
        // No network: the wish stands, and is told when there is one.
        await this.line();
      }
    }
  }

  private async ask(id: MessageId, emoji: string, key: string) {
    const isOn = this.wishes().get(key)!;
    return { message: await this.sync.archive.react(id, emoji, isOn), isOn };
  }

  private line(): Promise<void> {
    return new Promise((resolve) => this.waiting.push(resolve));
  }
}
