import { Component, inject, signal } from '@angular/core';
import { Button, Dialog, DIALOG, Field } from '@app/web-ui';
import { ChatStore } from '../../data-access/chat-store';
import { problemWords } from '../../problem-words';
import { peopleTexts } from '../people/people-texts';

/** Name and topic of the open chat. */
@Component({
  selector: 'app-edit-chat-dialog',
  imports: [Button, Dialog, Field],
  template: `
    <ui-dialog [title]="texts.editChat">
      <form id="edit-chat" novalidate (submit)="save($event)">
        <ui-field [label]="texts.name" [maxLength]="80" [error]="nameProblem()" [(value)]="name" />
        <ui-field
          [label]="texts.topic"
          [hint]="texts.topicHint"
          [maxLength]="250"
          [error]="problem()"
          [(value)]="topic"
        />
      </form>
      <ng-container actions>
        <button uiButton kind="quiet" type="button" (click)="handle.close()">
          {{ texts.cancel }}
        </button>
        <button uiButton type="submit" form="edit-chat">{{ texts.save }}</button>
      </ng-container>
    </ui-dialog>
  `,
  styles: 'form { display: grid; gap: var(--s-4); }',
})
export class EditChatDialog {
  private readonly store = inject(ChatStore);
  protected readonly handle = inject(DIALOG);
  protected readonly texts = peopleTexts;
  protected readonly name = signal(this.store.chat()?.name ?? '');
  protected readonly topic = signal(this.store.chat()?.topic ?? '');
  protected readonly nameProblem = signal('');
  protected readonly problem = signal('');

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const chat = this.store.chat();
    const [name, topic] = [this.name().trim(), this.topic().trim()];
    this.nameProblem.set(name === '' ? peopleTexts.nameMissing : '');
    if (!chat || name === '') return;
    const patch = {
      ...(name !== chat.name && { name }),
      ...(topic !== chat.topic && { topic }),
    };
    try {
      if (Object.keys(patch).length > 0) await this.store.update(chat.id, patch);
      this.handle.close();
    } catch (error) {
      // Refused, or no connection: what was filled in stays.
      this.problem.set(problemWords(error));
    }
  }
}
