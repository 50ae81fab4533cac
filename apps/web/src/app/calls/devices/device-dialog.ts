import { Component, inject } from '@angular/core';
import type { OwnMedia } from '@app/web-calls';
import { Button, DIALOG, Dialog, type DialogHandle } from '@app/web-ui';
import { callTexts } from '../call-texts';
import { DeviceFields } from './device-fields';

/** What is used in the call in which one is. */
@Component({
  selector: 'app-device-dialog',
  imports: [Button, DeviceFields, Dialog],
  template: `
    <ui-dialog [title]="texts.devices">
      <app-device-fields [own]="handle.data" />
      <button actions uiButton type="button" (click)="handle.close()">{{ texts.done }}</button>
    </ui-dialog>
  `,
  styles: ':host { display: block; inline-size: min(28rem, 100%); }',
})
export class DeviceDialog {
  protected readonly handle = inject(DIALOG) as DialogHandle<void, OwnMedia>;
  protected readonly texts = callTexts;
}
