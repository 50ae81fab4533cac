import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { ChosenDevices, type DeviceKind, type Lane } from '@app/web-calls';
import { DIALOG, DialogHandle } from '@app/web-ui';
import { ButtonHarness, SelectHarness, SwitchHarness } from '@app/web-ui/testing';
import { CallDesk } from '../call-desk';
import { DeviceDialog } from './device-dialog';

/** A sound that is as loud as a test says; `isHeard`: somebody listens. */
function fakeSound() {
  const sound = { level: 0, isHeard: false };
  class FakeContext {
    createAnalyser = () => ({
      fftSize: 1,
      getFloatTimeDomainData: (samples: Float32Array) => samples.fill(sound.level),
    });
    createMediaStreamSource = () => {
      sound.isHeard = true;
      return { connect: () => undefined, disconnect: () => (sound.isHeard = false) };
    };
    close = () => Promise.resolve();
  }
  Object.assign(globalThis, { AudioContext: FakeContext, MediaStream: class {} });
  return sound;
}

/** What is plugged in, by its kind and its name; a camera without one. */
function plugIn(...devices: readonly (readonly [DeviceKind, string])[]) {
  const found = devices.map(([kind, label], at) => ({ kind, label, deviceId: `id-${at}` }));
  const mediaDevices = Object.assign(new EventTarget(), {
    enumerateDevices: () => Promise.resolve(found),
  });
  Object.assign(navigator, { mediaDevices });
}

async function aDialog(open: readonly Lane[] = ['audio']) {
  const tracks = new Map(open.map((lane) => [lane, signal<object | null>({})]));
  const deeds: string[] = [];
  const own = {
    canBlur: signal(false),
    blur: (isOn: boolean) => deeds.push(isOn ? 'blur' : 'sharpen'),
    track: (lane: Lane) => tracks.get(lane) ?? signal(null),
    openMicrophone: () => deeds.push('microphone'),
    openCamera: () => deeds.push('camera'),
  };
  const devices = new ChosenDevices();
  const closed = jest.fn();
  TestBed.configureTestingModule({
    providers: [
      { provide: CallDesk, useValue: { devices } },
      { provide: DIALOG, useValue: new DialogHandle(own, 'title', closed) },
    ],
  });
  const fixture = TestBed.createComponent(DeviceDialog);
  const loader = TestbedHarnessEnvironment.loader(fixture);
  fixture.detectChanges();
  await jest.advanceTimersByTimeAsync(0);
  const select = (label: string) => loader.getHarness(SelectHarness.with({ label }));
  const meter = () => {
    fixture.detectChanges();
    return (fixture.nativeElement as HTMLElement).querySelector('meter')!;
  };
  return {
    fixture,
    loader,
    devices,
    deeds,
    closed,
    select,
    meter,
    own,
    microphone: tracks.get('audio'),
  };
}

describe('DeviceDialog', () => {
  let sound: ReturnType<typeof fakeSound>;

  beforeEach(() => {
    jest.useFakeTimers();
    localStorage.clear();
    sound = fakeSound();
    plugIn(['audioinput', 'Headset'], ['videoinput', ''], ['audiooutput', 'Loud']);
  });
  afterEach(() => {
    TestBed.resetTestingModule();
    jest.useRealTimers();
    Reflect.deleteProperty(navigator, 'mediaDevices');
    for (const name of ['AudioContext', 'MediaStream']) Reflect.deleteProperty(globalThis, name);
  });

  it('lists what is plugged in, also what has no name yet, after what the system says', async () => {
    const { select } = await aDialog();
    const system = 'As the system says';
    expect(await (await select('Microphone')).getOptions()).toEqual([system, 'Headset']);
    expect(await (await select('Camera')).getOptions()).toEqual([system, 'Device 1']);
    expect(await (await select('Speaker')).getOptions()).toEqual([system, 'Loud']);
    expect(await (await select('Speaker')).getChosen()).toBe(system);
  });

  it('remembers what is chosen, and uses at once what is open', async () => {
    const { select, devices, deeds } = await aDialog(['audio']);
    await (await select('Microphone')).choose('Headset');
    await (await select('Camera')).choose('Device 1');
    await (await select('Speaker')).choose('Loud');
    expect(deeds).toEqual(['microphone']);
    expect([devices.id('audioinput')(), devices.id('videoinput')()]).toEqual(['id-0', 'id-1']);
    expect(new ChosenDevices().id('audiooutput')()).toBe('id-2');
  });

  it('opens another camera only where one is open', async () => {
    const { select, deeds } = await aDialog(['video']);
    await (await select('Microphone')).choose('Headset');
    await (await select('Camera')).choose('Device 1');
    expect(deeds).toEqual(['camera']);
  });

  it('shows how loud the microphone is, as long as there is one and it is open', async () => {
    const { fixture, meter, microphone } = await aDialog();
    sound.level = 0.2;
    await jest.advanceTimersByTimeAsync(100);
    expect(meter().value).toBeCloseTo(0.2);
    expect(meter().getAttribute('aria-label')).toBe('How loud your microphone is');
    microphone!.set(null);
    fixture.detectChanges();
    expect([sound.isHeard, meter().value]).toEqual([false, 0]);
    microphone!.set({});
    fixture.detectChanges();
    expect(sound.isHeard).toBe(true);
    fixture.destroy();
    expect([sound.isHeard, jest.getTimerCount()]).toEqual([false, 0]);
  });

  it('offers to blur what is behind me where the camera can', async () => {
    const { fixture, loader, own, deeds } = await aDialog(['video']);
    expect(await loader.getAllHarnesses(SwitchHarness)).toEqual([]);
    own.canBlur.set(true);
    fixture.detectChanges();
    await (await loader.getHarness(SwitchHarness)).toggle();
    expect(deeds).toEqual(['blur']);
  });

  it('closes by its button', async () => {
    const { loader, closed } = await aDialog();
    await (await loader.getHarness(ButtonHarness.with({ name: 'Done' }))).click();
    expect(closed).toHaveBeenCalledTimes(1);
  });
});
