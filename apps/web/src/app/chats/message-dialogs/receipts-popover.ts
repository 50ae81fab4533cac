import { Component, computed, inject, signal } from '@angular/core';
import type { Message, MessageReceipts } from '@app/contracts';
import { Avatar, DIALOG, type DialogHandle } from '@app/web-ui';
import { ChatStore } from '../../data-access/chat-store';
import { OpenChatStore } from '../../data-access/open-chat-store';
import { problemWords } from '../../problem-words';
import { chatTexts } from '../chat-texts';
import { PeopleNames } from '../people-names';

/** Which others have seen a message, and whom it has reached, by name. */
@Component({
  selector: 'app-receipts-popover',
  imports: [Avatar],
  template: `
    <h2>{{ texts.receipts }}</h2>
    @for (group of groups(); track group.title) {
      <section>
        <h3>{{ group.title }}</h3>
        <ul>
          @for (id of group.ids; track id) {
            <li>
              <ui-avatar
                [id]="id"
                [name]="names.of(id)"
                [picture]="people().get(id)?.avatar"
                [size]="28"
              />
              <span class="name" dir="auto">{{ names.of(id) }}</span>
            </li>
          }
        </ul>
      </section>
    } @empty {
      <p class="quiet" role="status">{{ note() }}</p>
    }
  `,
  styleUrl: './message-card.css',
})
export class ReceiptsPopover {
  private readonly store = inject(OpenChatStore);
  protected readonly names = inject(PeopleNames);
  protected readonly people = inject(ChatStore).people;
  private readonly handle = inject(DIALOG) as DialogHandle<never, Message>;
  private readonly receipts = signal<MessageReceipts | null>(null);
  private readonly problem = signal('');

  protected readonly texts = chatTexts;
  protected readonly note = computed(
    () => this.problem() || (this.receipts() ? chatTexts.nobodyYet : ''),
  );
  protected readonly groups = computed(() => {
    const { seenBy, deliveredTo } = this.receipts() ?? { seenBy: [], deliveredTo: [] };
    const seen = new Set(seenBy);
    // Whoever wrote it has it, too: that is no news to them.
    const { senderId } = this.handle.data;
    return [
      { title: chatTexts.seenBy, ids: seenBy },
      { title: chatTexts.deliveredTo, ids: deliveredTo.filter((id) => !seen.has(id)) },
    ]
      .map(({ title, ids }) => ({ title, ids: ids.filter((id) => id !== senderId) }))
      .filter(({ ids }) => ids.length > 0);
  });

  constructor() {
    this.store.receipts(this.handle.data.id).then(
      (receipts) => this.receipts.set(receipts),
      (error: unknown) => this.problem.set(problemWords(error)),
    );
  }
}
