import { Component, computed, inject, signal } from '@angular/core';
import type { User } from '@app/contracts';
import { Button, Dialog, DIALOG } from '@app/web-ui';
import { ChatActions } from '../../data-access/chat-actions';
import { OpenChatStore } from '../../data-access/open-chat-store';
import { problemWords } from '../../problem-words';
import { PeoplePicker } from '../people/people-picker';
import { peopleTexts } from '../people/people-texts';

/** Adds people to the open chat. */
@Component({
  selector: 'app-add-people-dialog',
  imports: [Button, Dialog, PeoplePicker],
  template: `
    <ui-dialog [title]="texts.addPeople">
      <app-people-picker [isMany]="true" [without]="members()" [(chosen)]="people" />
      @if (problem()) {
        <p class="problem" role="alert">{{ problem() }}</p>
      }
      <ng-container actions>
        <button uiButton kind="quiet" type="button" (click)="handle.close()">
          {{ texts.cancel }}
        </button>
        <button uiButton type="button" [attr.aria-disabled]="people().length === 0" (click)="add()">
          {{ texts.add }}
        </button>
      </ng-container>
    </ui-dialog>
  `,
  styles: '.problem { color: var(--danger); font-size: var(--fs-13); }',
})
export class AddPeopleDialog {
  private readonly store = inject(OpenChatStore);
  private readonly actions = inject(ChatActions);
  protected readonly handle = inject(DIALOG);
  protected readonly texts = peopleTexts;
  protected readonly people = signal<readonly User[]>([]);
  protected readonly problem = signal('');
  protected readonly members = computed(() => new Set(this.store.members().map((m) => m.user.id)));

  protected async add(): Promise<void> {
    const chatId = this.store.chatId();
    const ids = this.people().map(({ id }) => id);
    if (!chatId || ids.length === 0) return;
    try {
      await this.actions.addMembers(chatId, ids);
      this.handle.close();
    } catch (error) {
      // Refused (blocked, full), or no connection: the choice stays.
      this.problem.set(problemWords(error));
    }
  }
}
