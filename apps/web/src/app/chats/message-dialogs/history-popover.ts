import { Component, inject, signal } from '@angular/core';
import type { FormerText, Message } from '@app/contracts';
import { Dialog, DIALOG, TIME_LOCALE, type DialogHandle } from '@app/web-ui';
import { OpenChatStore } from '../../data-access/open-chat-store';
import { problemWords } from '../../problem-words';
import { chatTexts } from '../chat-texts';

/** What an edited message said before. */
@Component({
  selector: 'app-history-popover',
  imports: [Dialog],
  template: `
    <ui-dialog [title]="texts.history">
      @if (problem()) {
        <p class="quiet">{{ problem() }}</p>
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
    </ui-dialog>
  `,
  styles: `
    :host {
      display: block;
      min-inline-size: 240px;
      font-size: var(--fs-13);
    }
    .quiet,
    time {
      color: var(--text-2);
      font-size: var(--fs-12);
    }
    article p {
      overflow-wrap: anywhere;
      white-space: pre-wrap;
    }
  `,
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
    this.store.history(this.handle.data.id).then(
      ({ items }) => this.former.set(items),
      (error: unknown) => this.problem.set(problemWords(error)),
    );
  }

  protected timeOf(at: string): string {
    return this.format.format(new Date(at));
  }
}
