import { Component, effect, inject, signal } from '@angular/core';
import type { FormerText, Message } from '@app/contracts';
import { DIALOG, TIME_LOCALE, type DialogHandle } from '@app/web-ui';
import { OpenChatStore } from '../../data-access/open-chat-store';
import { problemWords } from '../../problem-words';
import { chatTexts } from '../chat-texts';

/** What an edited message said before. */
@Component({
  selector: 'app-history-popover',
  template: `
    <h2>{{ texts.history }}</h2>
    @if (problem()) {
      <p class="quiet" role="alert">{{ problem() }}</p>
    } @else if (former(); as former) {
      @for (text of former; track text.rev) {
        <article>
          <time [attr.datetime]="text.replacedAt">{{ timeOf(text.replacedAt) }}</time>
          <p dir="auto">{{ text.text }}</p>
        </article>
      } @empty {
        <p class="quiet">{{ texts.historyEmpty }}</p>
      }
    }
  `,
  styleUrl: './message-card.css',
})
export class HistoryPopover {
  private readonly store = inject(OpenChatStore);
  private readonly handle = inject(DIALOG) as DialogHandle<never, Message>;
  private readonly format = new Intl.DateTimeFormat(inject(TIME_LOCALE)(), {
    dateStyle: 'medium',
    timeStyle: 'short',
  });

  protected readonly texts = chatTexts;
  protected readonly former = signal<readonly FormerText[] | null>(null);
  protected readonly problem = signal('');

  constructor() {
    // What it said goes with it.
    effect(() => {
      const message = this.store.messages().find(({ id }) => id === this.handle.data.id);
      if (message?.deletedAt) this.handle.close();
    });
    this.store.history(this.handle.data.id).then(
      ({ items }) => this.former.set(items),
      (error: unknown) => this.problem.set(problemWords(error)),
    );
  }

  protected timeOf(at: string): string {
    return this.format.format(new Date(at));
  }
}
