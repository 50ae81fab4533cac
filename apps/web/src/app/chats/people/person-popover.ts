import { Component, computed, inject, LOCALE_ID, signal } from '@angular/core';
import { Router } from '@angular/router';
import type { User } from '@app/contracts';
import { Session } from '@app/web-session';
import { Avatar, Button, DIALOG, UiLabels, type DialogHandle } from '@app/web-ui';
import { Blocks } from '../../data-access/blocks';
import { ChatActions } from '../../data-access/chat-actions';
import { ChatStore } from '../../data-access/chat-store';
import { problemWords } from '../../problem-words';
import { peopleTexts } from './people-texts';

/** Who somebody is, beside the name that was pressed, and the way to write to them. */
@Component({
  selector: 'app-person-popover',
  imports: [Avatar, Button],
  templateUrl: './person-popover.html',
  styleUrl: './person-popover.css',
})
export class PersonPopover {
  private readonly handle = inject(DIALOG) as DialogHandle<true, User>;
  private readonly store = inject(ChatStore);
  private readonly actions = inject(ChatActions);
  private readonly blocks = inject(Blocks);
  private readonly router = inject(Router);
  private readonly labels = inject(UiLabels);
  private readonly days = new Intl.DateTimeFormat(inject(LOCALE_ID), { dateStyle: 'medium' });

  protected readonly texts = peopleTexts;
  /** With the presence that they have now. */
  protected readonly person = computed(
    () => this.store.people().get(this.handle.data.id) ?? this.handle.data,
  );
  protected readonly isMe = inject(Session).user()?.id === this.handle.data.id;
  /** Empty: I am offline, and do not know. */
  protected readonly presence = computed(() => {
    const { status, lastSeenAt } = this.person();
    if (lastSeenAt) return peopleTexts.lastSeen(this.days.format(new Date(lastSeenAt)));
    return this.store.connection() === 'offline' ? '' : this.labels.presence[status];
  });
  /** Null until it is known. */
  protected readonly isBlocked = signal<boolean | null>(null);
  protected readonly problem = signal('');

  constructor() {
    if (!this.isMe) void this.attempt(() => this.learn());
  }

  protected async write(): Promise<void> {
    await this.attempt(async () => {
      const chatId = await this.actions.createDirect(this.handle.data.id);
      this.handle.close(true);
      await this.router.navigate(['/c', chatId]);
    });
  }

  protected async toggleBlock(): Promise<void> {
    const { id } = this.handle.data;
    await this.attempt(async () => {
      await (this.isBlocked() ? this.blocks.unblock(id) : this.blocks.block(id));
      await this.learn();
    });
  }

  private async learn(): Promise<void> {
    const blocked = await this.blocks.list();
    this.isBlocked.set(blocked.some(({ id }) => id === this.handle.data.id));
  }

  private async attempt(deed: () => Promise<void>): Promise<void> {
    this.problem.set('');
    try {
      await deed();
    } catch (error) {
      // No connection, or one blocks the other: said above the buttons.
      this.problem.set(problemWords(error));
    }
  }
}
