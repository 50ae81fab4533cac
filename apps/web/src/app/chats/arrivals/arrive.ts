import { effect, inject, runInInjectionContext, untracked, type Injector } from '@angular/core';
import { Router } from '@angular/router';
import type { ChatId } from '@app/contracts';
import { Dialogs } from '@app/web-ui';
import { ChatStore } from '../../data-access/chat-store';
import { ChatStarter } from '../new-chat/chat-starter';

/** What a system shares: each part may be missing. */
type Shared = Readonly<Record<string, string | undefined>>;

/** Goes on from an entrance of the app as soon as the chats are known. */
export function arrive(injector: Injector, entrance: string, shared: Shared): void {
  runInInjectionContext(injector, () => {
    const store = inject(ChatStore);
    const starter = inject(ChatStarter);
    const [dialogs, router] = [inject(Dialogs), inject(Router)];
    const goTo = (chatId: ChatId): unknown => router.navigate(['/c', chatId]);
    const go = async (): Promise<void> => {
      if (entrance === 'new') return starter.ask();
      if (entrance === 'notes') {
        const notes = store.chats().find((chat) => chat.isSelf);
        if (notes) goTo(notes.id);
        return;
      }
      const load = async () => (await import('./share-dialog')).ShareDialog;
      const text = sharedText(shared);
      const chatId = await dialogs.open<ChatId>(load, { data: { text } });
      if (!chatId) return;
      store.drafts.append(chatId, text);
      goTo(chatId);
    };
    const listed = effect(() => {
      if (!store.isReady()) return;
      listed.destroy();
      untracked(() => void go());
    });
  });
}

/** One text of the parts. Some systems repeat the address, or the title, in the text. */
export function sharedText({ title = '', text = '', url = '' }: Shared): string {
  const words = text.trim();
  const around = [title.trim(), url.trim()].map((part) => (words.includes(part) ? '' : part));
  return [around[0], words, around[1]].filter(Boolean).join('\n');
}
