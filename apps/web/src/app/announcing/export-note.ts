import { inject, Injectable } from '@angular/core';
import { Router } from '@angular/router';
import { Toasts } from '@app/web-ui';
import { ChatClient } from '../data-access/chat-client';
import { announcingTexts } from './announcing-texts';

/** Where exports are ordered and fetched: who is there sees it. */
const place = '/settings/privacy';

/** Tells me that what I have ordered of my data has come to its end, wherever I am by then. */
@Injectable({ providedIn: 'root' })
export class ExportNote {
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);

  constructor() {
    inject(ChatClient).connection.listen((news) => {
      if (news.kind === 'event' && news.name === 'export_ended') this.tell(news.event.state);
    });
  }

  private tell(state: 'pending' | 'ready' | 'failed'): void {
    if (state === 'pending' || this.router.url.startsWith(place)) return;
    const run = () => void this.router.navigateByUrl(place);
    this.toasts.offer(announcingTexts.exports[state], { label: announcingTexts.open, run });
  }
}
