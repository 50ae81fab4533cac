import { effect, inject, Injectable, signal, type Signal } from '@angular/core';
import type { ChatId } from '@app/contracts';
import { ChatClient } from '../data-access/chat-client';

/**
 * The chat that somebody looks at, in whichever tab of this browser. A tab holds a Web Lock of the
 * one before their eyes: so others know it at once, however busy that tab is. A browser without
 * them knows of each tab alone.
 */
@Injectable({ providedIn: 'root' })
export class LookedAt {
  private readonly client = inject(ChatClient);
  private readonly isPageLookedAt = pageIsLookedAt();
  private readonly locks = (navigator as { locks?: LockManager }).locks;

  constructor() {
    effect((onCleanup) => {
      const chatId = this.client.openId();
      if (chatId === null || !this.isPageLookedAt()) return;
      const over = Promise.withResolvers<undefined>();
      void this.locks?.request(nameOf(chatId), { mode: 'shared' }, () => over.promise);
      onCleanup(() => over.resolve(undefined));
    });
  }

  isHere(chatId: ChatId): boolean {
    return isLookedAtNow() && this.client.openId() === chatId;
  }

  async isAnywhere(chatId: ChatId): Promise<boolean> {
    const { held = [] } = (await this.locks?.query()) ?? {};
    return this.isHere(chatId) || held.some(({ name }) => name === nameOf(chatId));
  }
}

const nameOf = (chatId: ChatId) => `parley-looked-at-${chatId}`;

const isLookedAtNow = () => document.visibilityState === 'visible' && document.hasFocus();

function pageIsLookedAt(): Signal<boolean> {
  const isLookedAt = signal(isLookedAtNow());
  effect((onCleanup) => {
    const gone = new AbortController();
    const see = () => isLookedAt.set(isLookedAtNow());
    for (const target of [window, document])
      for (const name of ['focus', 'blur', 'visibilitychange'])
        target.addEventListener(name, see, { signal: gone.signal });
    onCleanup(() => gone.abort());
  });
  return isLookedAt.asReadonly();
}
