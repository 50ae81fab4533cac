import { Component, inject, signal } from '@angular/core';
import { Router } from '@angular/router';
import type { User } from '@app/contracts';
import { Session } from '@app/web-session';
import { Avatar, Button, DIALOG, UiLabels, type DialogHandle } from '@app/web-ui';
import { ChatStore } from '../../data-access/chat-store';
import { problemWords } from '../../problem-words';
import { peopleTexts } from './people-texts';

/** Who somebody is, beside the mention that was pressed, and the way to write to them. */
@Component({
  selector: 'app-person-popover',
  imports: [Avatar, Button],
  template: `
    <ui-avatar [id]="person.id" [name]="person.name" [size]="84" />
    <p class="who">
      <b dir="auto">{{ person.name }}</b>
      <span>@{{ person.username }}</span>
      <span>{{ labels.presence[person.status] }}</span>
    </p>
    @if (problem()) {
      <p class="problem" role="alert">{{ problem() }}</p>
    }
    <button uiButton type="button" (click)="write()">{{ isMe ? texts.notes : texts.write }}</button>
  `,
  styleUrl: './person-popover.css',
})
export class PersonPopover {
  private readonly handle = inject(DIALOG) as DialogHandle<true, User>;
  private readonly store = inject(ChatStore);
  private readonly router = inject(Router);

  protected readonly texts = peopleTexts;
  protected readonly labels = inject(UiLabels);
  protected readonly person = this.handle.data;
  protected readonly isMe = inject(Session).user()?.id === this.person.id;
  protected readonly problem = signal('');

  protected async write(): Promise<void> {
    this.problem.set('');
    try {
      const chatId = await this.store.createDirect(this.person.id);
      this.handle.close(true);
      await this.router.navigate(['/c', chatId]);
    } catch (error) {
      // No connection, or this person may not be written to: said above the button.
      this.problem.set(problemWords(error));
    }
  }
}
