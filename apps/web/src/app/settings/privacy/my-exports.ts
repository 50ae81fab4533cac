import { DestroyRef, inject, Injectable, signal } from '@angular/core';
import type { DataExport, DataExportList } from '@app/contracts';
import { Session } from '@app/web-session';
import { ChatClient } from '../../data-access/chat-client';
import { problemWords } from '../../problem-words';

const path = 'users/me/export';

/** What I have ordered of all that is kept of me; the line tells when it is there. */
@Injectable()
export class MyExports {
  private readonly rest = inject(Session).rest;
  private readonly found = signal<DataExport | null | undefined>(undefined);
  private readonly trouble = signal('');

  /** The last one. Undefined: not known yet. Null: there is none. */
  readonly last = this.found.asReadonly();
  /** Why it is not known, or was not ordered, in words; empty: nothing is wrong. */
  readonly problem = this.trouble.asReadonly();

  constructor() {
    // What came to its end while the line was away is found when it is back.
    const stop = inject(ChatClient).connection.listen((news) => {
      const isTold = news.kind === 'event' && news.name === 'export_ended';
      if (isTold || news.kind === 'ready') void this.load();
    });
    inject(DestroyRef).onDestroy(stop);
    void this.load();
  }

  /** Never rejects. */
  load(): Promise<void> {
    return this.attempt(async () => {
      const { items } = await this.rest.request<DataExportList>('GET', path);
      return items[0] ?? null;
    });
  }

  /** Never rejects. As long as one is pending it is that one. */
  order(): Promise<void> {
    return this.attempt(() => this.rest.request<DataExport>('POST', path));
  }

  private async attempt(ask: () => Promise<DataExport | null>): Promise<void> {
    this.trouble.set('');
    try {
      this.found.set(await ask());
    } catch (error) {
      // Refused, or no connection: said below, and the button is there again.
      this.trouble.set(problemWords(error));
    }
  }
}
