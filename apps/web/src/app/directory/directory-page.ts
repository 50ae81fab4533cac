import { afterNextRender, Component, computed, inject, input, viewChild } from '@angular/core';
import { Router } from '@angular/router';
import type { ChatId } from '@app/contracts';
import { Tabs } from '@app/web-ui';
import { ChannelBrowser } from '../chats/new-chat/channel-browser';
import { PageHeader } from '../chats/page-header/page-header';
import { directoryTexts } from './directory-texts';
import { PeopleBrowser } from './people-browser';

/** `/directory/people`, `/directory/channels`: everybody, and every channel that one may find. */
@Component({
  selector: 'app-directory-page',
  imports: [ChannelBrowser, PageHeader, PeopleBrowser, Tabs],
  templateUrl: './directory-page.html',
  styleUrls: ['../chats/page-header/page-frame.css', './directory-page.css'],
  host: { class: 'beside' },
})
export class DirectoryPage {
  /** From the address. */
  readonly tab = input<string>('people');

  private readonly router = inject(Router);
  private readonly browser = viewChild.required<PeopleBrowser | ChannelBrowser>('browser');
  protected readonly texts = directoryTexts;
  protected readonly chosen = computed(() => (this.tab() === 'channels' ? 'channels' : 'people'));
  protected readonly tabs = (['people', 'channels'] as const).map((id) => ({
    id,
    label: directoryTexts.tabs[id],
  }));

  constructor() {
    // What led here has gone with its page, or was a menu. A finger wants to look first: there, a
    // keyboard on the screen would cover half of it.
    afterNextRender(() => {
      if (matchMedia('(hover: hover)').matches) this.browser().focus();
    });
  }

  /** Both are one place: the way back leads out of it. */
  protected show(tab: string): void {
    void this.router.navigate(['/directory', tab], { replaceUrl: true });
  }

  protected open(chatId: ChatId): void {
    void this.router.navigate(['/c', chatId]);
  }
}
