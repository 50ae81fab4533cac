import { effect, inject, Injectable, signal } from '@angular/core';
import { Router } from '@angular/router';
import { ChatClient } from '../data-access/chat-client';

/** Where exports are ordered and fetched: who is there sees it. */
const place = '/settings/privacy';

/**
 * That what I have ordered of my data has come to its end, wherever I am by then: it may have taken
 * hours. It is said until I have gone there, or have put it away.
 */
@Injectable({ providedIn: 'root' })
export class ExportNote {
  private readonly router = inject(Router);
  private readonly ended = signal<'ready' | 'failed' | null>(null);

  /** What came of it; null: nothing that is to be said. */
  readonly end = this.ended.asReadonly();

  constructor() {
    inject(ChatClient).connection.listen((news) => {
      if (news.kind === 'event' && news.name === 'export_ended') this.take(news.event.state);
    });
    effect(() => {
      this.router.lastSuccessfulNavigation();
      if (this.isThere()) this.dismiss();
    });
  }

  open(): void {
    void this.router.navigateByUrl(place);
  }

  dismiss(): void {
    this.ended.set(null);
  }

  private take(state: 'pending' | 'ready' | 'failed'): void {
    if (state !== 'pending' && !this.isThere()) this.ended.set(state);
  }

  private isThere(): boolean {
    return this.router.url.startsWith(place);
  }
}
