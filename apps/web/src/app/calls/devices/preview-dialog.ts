import { Component, computed, inject } from '@angular/core';
import { Session } from '@app/web-session';
import type { OwnMedia } from '@app/web-calls';
import { Avatar, Button, DIALOG, Dialog, IconButton, type DialogHandle } from '@app/web-ui';
import { callTexts } from '../call-texts';
import { obstacleWords } from '../obstacle-words';
import { DeviceFields } from './device-fields';

/** Whose call it is, and what one would bring into it. */
export interface Preview {
  readonly title: string;
  readonly own: OwnMedia;
}

/** Before one goes into a call of several: how one looks and sounds. Its result: one wants to. */
@Component({
  selector: 'app-preview-dialog',
  imports: [Avatar, Button, DeviceFields, Dialog, IconButton],
  templateUrl: './preview-dialog.html',
  styleUrl: './preview-dialog.css',
})
export class PreviewDialog {
  protected readonly handle = inject(DIALOG) as DialogHandle<boolean, Preview>;
  protected readonly texts = callTexts;
  protected readonly me = inject(Session).user()!;
  protected readonly own = this.handle.data.own;
  /** Another stream only with another camera: a picture that is set again flickers. */
  protected readonly picture = computed(() => {
    const track = this.own.track('video')();
    return track && new MediaStream([track]);
  });
  protected readonly trouble = computed(() => obstacleWords(this.own.trouble()));

  protected toggleCamera(): void {
    if (this.own.track('video')()) this.own.close('video');
    else void this.own.openCamera();
  }
}
