import { Component, DestroyRef, effect, inject, signal } from '@angular/core';
import { deviceKinds, loudnessOf, type DeviceKind, type OwnMedia } from '@app/web-calls';
import { Button, DIALOG, Dialog, Select, type DialogHandle } from '@app/web-ui';
import { CallDesk } from '../call-desk';
import { callTexts } from '../call-texts';

/** What is used in calls, and how it looks and sounds. What is chosen is used at once. */
@Component({
  selector: 'app-device-dialog',
  imports: [Button, Dialog, Select],
  template: `
    <ui-dialog [title]="texts.devices">
      @for (kind of kinds; track kind) {
        <ui-select
          [label]="texts.deviceKinds[kind]"
          [options]="optionsOf(kind)"
          [value]="devices.id(kind)()"
          (valueChange)="choose(kind, $event)"
        />
        @if (kind === 'audioinput') {
          <meter max="0.3" [attr.aria-label]="texts.level" [value]="level()"></meter>
        }
      }
      <button actions uiButton type="button" (click)="handle.close()">{{ texts.done }}</button>
    </ui-dialog>
  `,
  styleUrl: './device-dialog.css',
})
export class DeviceDialog {
  protected readonly handle = inject(DIALOG) as DialogHandle<void, OwnMedia>;
  protected readonly texts = callTexts;
  protected readonly kinds = deviceKinds;
  protected readonly devices = inject(CallDesk).devices;
  protected readonly level = signal(0);

  constructor() {
    const microphone = this.handle.data.track('audio');
    effect((onCleanup) => {
      const track = microphone();
      if (!track) return;
      const loudness = loudnessOf(track);
      const timer = setInterval(() => this.level.set(loudness.level()), 100);
      onCleanup(() => {
        clearInterval(timer);
        loudness.close();
        this.level.set(0);
      });
    });
    inject(DestroyRef).onDestroy(this.devices.follow());
  }

  protected optionsOf(kind: DeviceKind) {
    const found = this.devices.found()[kind].map(({ id, label }, at) => ({
      value: id,
      label: label || callTexts.unnamed(String(at + 1)),
    }));
    return [{ value: '', label: callTexts.systemDevice }, ...found];
  }

  protected choose(kind: DeviceKind, id: string): void {
    this.devices.choose(kind, id);
    const own = this.handle.data;
    if (kind === 'audioinput' && own.track('audio')()) void own.openMicrophone();
    if (kind === 'videoinput' && own.track('video')()) void own.openCamera();
  }
}
