import { Component, DestroyRef, effect, inject, input, signal } from '@angular/core';
import { deviceKinds, loudnessOf, type DeviceKind, type OwnMedia } from '@app/web-calls';
import { Select, Switch } from '@app/web-ui';
import { CallDesk } from '../call-desk';
import { callTexts } from '../call-texts';

/** What is used in calls, and how loud it is. What is chosen is used at once. */
@Component({
  selector: 'app-device-fields',
  imports: [Select, Switch],
  template: `
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
    @if (own().canBlur()) {
      <ui-switch [label]="texts.blur" [isOn]="devices.blurs()" (isOnChange)="own().blur($event)" />
    }
  `,
  styleUrl: './device-fields.css',
})
export class DeviceFields {
  readonly own = input.required<OwnMedia>();

  protected readonly texts = callTexts;
  protected readonly kinds = deviceKinds;
  protected readonly devices = inject(CallDesk).devices;
  protected readonly level = signal(0);

  constructor() {
    effect((onCleanup) => {
      const track = this.own().track('audio')();
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
    const own = this.own();
    if (kind === 'audioinput' && own.track('audio')()) void own.openMicrophone();
    if (kind === 'videoinput' && own.track('video')()) void own.openCamera();
  }
}
