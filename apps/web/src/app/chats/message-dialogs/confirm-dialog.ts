import { Component, inject } from '@angular/core';
import { Button, Dialog, DIALOG, type DialogHandle } from '@app/web-ui';
import { chatTexts } from '../chat-texts';

/** A question with one serious answer: what it is about, and what that answer is called. */
export interface Question {
  readonly title: string;
  readonly text: string;
  readonly action: string;
}

/** Closes with true when the person means it. */
@Component({
  selector: 'app-confirm-dialog',
  imports: [Button, Dialog],
  template: `
    <ui-dialog [title]="handle.data.title">
      <p>{{ handle.data.text }}</p>
      <ng-container actions>
        <button uiButton kind="quiet" type="button" (click)="handle.close()">
          {{ texts.cancel }}
        </button>
        <button uiButton kind="danger" type="button" (click)="handle.close(true)">
          {{ handle.data.action }}
        </button>
      </ng-container>
    </ui-dialog>
  `,
})
export class ConfirmDialog {
  protected readonly texts = chatTexts;
  protected readonly handle = inject(DIALOG) as DialogHandle<true, Question>;
}
