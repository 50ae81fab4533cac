import { signal, type Signal } from '@angular/core';
import { deviceStorage } from '@app/web-session';

export const deviceKinds = ['audioinput', 'videoinput', 'audiooutput'] as const;
export type DeviceKind = (typeof deviceKinds)[number];

/** One that can be chosen. `label` is empty until the page may use one of its kind. */
export interface FoundDevice {
  readonly id: string;
  readonly label: string;
}

export type FoundDevices = Readonly<Record<DeviceKind, readonly FoundDevice[]>>;

const blurKey = 'parley.calls.blur';
const none: FoundDevices = { audioinput: [], videoinput: [], audiooutput: [] };

/** Which microphone, camera and loudspeaker are used here; remembered by this browser. */
export class ChosenDevices {
  private readonly ids = {
    audioinput: signal(read('audioinput')),
    videoinput: signal(read('videoinput')),
    audiooutput: signal(read('audiooutput')),
  };
  private readonly blurred = signal(deviceStorage.read(blurKey) === 'true');
  private readonly known = signal(none);
  /** What is there; look again when devices come and go. */
  readonly found = this.known.asReadonly();

  /** Empty: the one that the system says. */
  id(kind: DeviceKind): Signal<string> {
    return this.ids[kind];
  }

  choose(kind: DeviceKind, id: string): void {
    this.ids[kind].set(id);
    deviceStorage.write(keyOf(kind), id);
  }

  /** What is behind me is not to be made out. */
  get blurs(): Signal<boolean> {
    return this.blurred;
  }

  blur(isBlurred: boolean): void {
    this.blurred.set(isBlurred);
    deviceStorage.write(blurKey, String(isBlurred));
  }

  /** Until the returned function is called, `found` is what is plugged in. */
  follow(): () => void {
    if (!('mediaDevices' in navigator)) return () => undefined;
    const look = () => void this.look();
    navigator.mediaDevices.addEventListener('devicechange', look);
    look();
    return () => navigator.mediaDevices.removeEventListener('devicechange', look);
  }

  /** Again: names are told only once a device was opened. */
  async look(): Promise<void> {
    const devices = await navigator.mediaDevices.enumerateDevices();
    const of = (kind: DeviceKind) =>
      devices
        .filter((device) => device.kind === kind && device.deviceId !== 'default')
        .map(({ deviceId, label }) => ({ id: deviceId, label }));
    this.known.set({
      audioinput: of('audioinput'),
      videoinput: of('videoinput'),
      audiooutput: of('audiooutput'),
    });
  }
}

const keyOf = (kind: DeviceKind) => `parley.calls.${kind}`;
const read = (kind: DeviceKind) => deviceStorage.read(keyOf(kind)) ?? '';
