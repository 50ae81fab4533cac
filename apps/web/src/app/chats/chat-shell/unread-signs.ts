import { computed, DOCUMENT, effect, inject, Injectable, type Signal } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { Router, TitleStrategy } from '@angular/router';
import { ChatStore } from '../../data-access/chat-store';
import { Workspace } from '../../workspace/workspace';
import { titleOf } from '../chat-list/last-line';
import { chatTexts } from '../chat-texts';

/** Of an installed app; not every browser has them. */
interface Badges {
  setAppBadge?(count: number): Promise<void>;
  clearAppBadge?(): Promise<void>;
}

/** How much waits, where the page itself is not seen: in the title, the tab and the task bar. */
@Injectable({ providedIn: 'root' })
export class UnreadSigns {
  constructor() {
    const [store, title, workspace] = [inject(ChatStore), inject(Title), inject(Workspace)];
    const document = inject(DOCUMENT);
    const pageTitle = titleOfPage();
    effect(() => {
      const { unread } = store.totals();
      const chat = store.chats().find(({ id }) => id === store.chatId());
      const place = [chat && titleOf(chat), workspace.name() ?? chatTexts.brand];
      const count = unread > 0 ? `(${unread}) ` : '';
      title.setTitle(count + (pageTitle() ?? place.filter(Boolean).join(' · ')));
    });
    effect(() => {
      const { unread, mentions } = store.totals();
      const waits = unread + mentions > 0;
      const icon = document.querySelector<HTMLLinkElement>('link[rel=icon]');
      if (icon) icon.href = waits ? 'favicon-unread.svg' : 'favicon.svg';
    });
    effect(() => void showBadge(store.totals().unread));
  }
}

/** What the route calls the page that is shown; undefined: nothing, it is a chat or none. */
function titleOfPage(): Signal<string | undefined> {
  const [router, titles] = [inject(Router), inject(TitleStrategy)];
  return computed(() => {
    router.lastSuccessfulNavigation();
    return titles.buildTitle(router.routerState.snapshot);
  });
}

async function showBadge(count: number): Promise<void> {
  const badges: Badges = navigator;
  try {
    await (count > 0 ? badges.setAppBadge?.(count) : badges.clearAppBadge?.());
  } catch {
    // NotAllowedError: the page is not installed, or may show none.
  }
}
