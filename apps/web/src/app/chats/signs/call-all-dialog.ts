import { Component, inject } from '@angular/core';
import { Button, Dialog, DIALOG, type DialogHandle } from '@app/web-ui';
import { chatTexts } from '../chat-texts';
import { signsTexts } from './signs-texts';

/** Asks before a message calls many: closes with true when the person means it. */
@Component({
  selector: 'app-call-all-dialog',
  imports: [Button, Dialog],
  template: `
    <ui-dialog [title]="signs.callAllTitle(handle.data.count)">
      <p>{{ signs.callAll('@' + handle.data.audience) }}</p>
      <ng-container actions>
        <button uiButton kind="quiet" type="button" (click)="handle.close()">
          {{ texts.cancel }}
        </button>
        <button uiButton type="button" (click)="handle.close(true)">{{ signs.send }}</button>
      </ng-container>
    </ui-dialog>
  `,
})
export class CallAllDialog {
  protected readonly texts = chatTexts;
  protected readonly signs = signsTexts;
  protected readonly handle = inject(DIALOG) as DialogHandle<
    true,
    { readonly audience: string; readonly count: number }
  >;
}
