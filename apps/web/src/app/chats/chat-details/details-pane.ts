import { computed, inject, Injectable, signal } from '@angular/core';
import { Router } from '@angular/router';
import type { ChatId } from '@app/contracts';
import { KeptChoice } from '../../preferences/kept-choice';

/**
 * Whether the details stand beside the conversation. Where there is a column for them, this device
 * remembers it; where they lie over the conversation, they are never there unasked.
 */
@Injectable({ providedIn: 'root' })
export class DetailsPane {
  private readonly router = inject(Router);
  private readonly column = matchMedia('(min-width: 1100px)');
  private readonly hasColumn = signal(this.column.matches);
  private readonly kept = new KeptChoice('parley.details', ['open', 'closed']);
  private readonly lies = signal(false);

  /** `Map<ChatId, view>`: what was looked at last in the details of a chat, as long as the page. */
  readonly views = new Map<ChatId, string>();

  readonly isOpen = computed(() => (this.hasColumn() ? this.kept.value() === 'open' : this.lies()));
  /** It covers what is being read, and so Esc takes it away. */
  readonly isOver = computed(() => !this.hasColumn() && this.lies());

  constructor() {
    this.column.addEventListener('change', ({ matches }) => {
      this.hasColumn.set(matches);
      this.lies.set(false);
    });
  }

  show(isOpen: boolean): void {
    if (this.hasColumn()) this.kept.choose(isOpen ? 'open' : 'closed');
    else this.lies.set(isOpen);
  }

  /** Goes to the chat, and shows them there. */
  async showOf(chatId: ChatId): Promise<void> {
    await this.router.navigate(['/c', chatId]);
    this.show(true);
  }

  /** No conversation is open any more: what lay over the last one goes with it. */
  uncover(): void {
    this.lies.set(false);
  }
}
