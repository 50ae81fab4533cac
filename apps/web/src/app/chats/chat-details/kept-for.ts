import { Component, effect, inject, input, signal } from '@angular/core';
import type { ChatId, KeptFor as Kept } from '@app/contracts';
import { Session } from '@app/web-session';
import { detailsTexts } from './details-texts';

/** Says for how long the messages of a chat are kept, where that is not for ever. */
@Component({
  selector: 'app-kept-for',
  template: `
    @if (days(); as days) {
      <p>{{ texts.keptFor(days) }}</p>
    }
  `,
  styles: `
    p {
      margin-block: var(--s-2) 0;
      color: var(--text-2);
      font-size: var(--fs-13);
    }
  `,
})
export class KeptFor {
  readonly chatId = input.required<ChatId>();

  private readonly rest = inject(Session).rest;
  protected readonly texts = detailsTexts;
  protected readonly days = signal<number | null>(null);

  constructor() {
    effect(() => void this.load(this.chatId()));
  }

  private async load(chatId: ChatId): Promise<void> {
    this.days.set(null);
    try {
      const { days } = await this.rest.request<Kept>('GET', `chats/${chatId}/retention`);
      if (chatId === this.chatId()) this.days.set(days);
    } catch {
      // Refused, or no connection: then it is not said. Whoever looks again asks again.
    }
  }
}
