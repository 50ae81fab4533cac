import { Component, inject } from '@angular/core';
import { Button, Dialog, DIALOG, type DialogHandle } from '@app/web-ui';
import { chatTexts } from '../chat-texts';
import type { DeleteQuestion } from '../message-list/message-deeds';

/** Asks before a message is deleted, and for whom. */
@Component({
  selector: 'app-delete-dialog',
  imports: [Button, Dialog],
  template: `
    <ui-dialog [title]="texts.deleteTitle">
      <p>{{ handle.data.isForEveryonePossible ? texts.deleteHint : texts.deleteHintMe }}</p>
      <ng-container actions>
        <button uiButton kind="quiet" type="button" (click)="handle.close()">
          {{ texts.cancel }}
        </button>
        <button uiButton kind="quiet" type="button" (click)="handle.close('me')">
          {{ texts.deleteForMe }}
        </button>
        @if (handle.data.isForEveryonePossible) {
          <button uiButton kind="danger" type="button" (click)="handle.close('everyone')">
            {{ texts.deleteForEveryone }}
          </button>
        }
      </ng-container>
    </ui-dialog>
  `,
})
export class DeleteDialog {
  protected readonly texts = chatTexts;
  protected readonly handle = inject(DIALOG) as DialogHandle<'everyone' | 'me', DeleteQuestion>;
}
