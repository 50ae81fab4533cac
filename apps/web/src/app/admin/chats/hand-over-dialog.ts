import { Component, inject } from '@angular/core';
import type { AdminChat, User } from '@app/contracts';
import { Button, Dialog, DIALOG, type DialogHandle } from '@app/web-ui';
import { PeoplePicker, type PeopleSource } from '../../chats/people/people-picker';
import { adminTexts } from '../admin-texts';
import { adminChatTexts } from './admin-chat-texts';
import { AdminChats } from './admin-chats';

/** To whom a chat is handed over; closes with who was pressed. */
@Component({
  selector: 'app-hand-over-dialog',
  imports: [Button, Dialog, PeoplePicker],
  template: `
    <ui-dialog [title]="texts.title(chat.name)">
      <p>{{ texts.hint }}</p>
      <app-people-picker [source]="heirs" (picked)="handle.close($event)" />
      <ng-container actions>
        <button uiButton kind="quiet" type="button" (click)="handle.close()">
          {{ cancel }}
        </button>
      </ng-container>
    </ui-dialog>
  `,
  styles: 'p { text-wrap: pretty; }',
})
export class HandOverDialog {
  protected readonly handle = inject(DIALOG) as DialogHandle<User, AdminChat>;
  protected readonly chat = this.handle.data;
  protected readonly texts = adminChatTexts.handOver;
  protected readonly cancel = adminTexts.cancel;
  private readonly chats = inject(AdminChats);
  protected readonly heirs: PeopleSource = {
    find: (name) => this.chats.heirs(this.chat.id, name),
    nobody: this.texts.nobody,
  };
}
