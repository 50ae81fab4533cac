import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { ChosenDevices, type Lane, type OwnTrouble } from '@app/web-calls';
import { DIALOG, DialogHandle } from '@app/web-ui';
import { FakeChatStore, provideFakes } from '../../chats/testing/fake-chat-store';
import { CallDesk } from '../call-desk';
import { PreviewDialog } from './preview-dialog';

/** Without a camera yet, and with what was asked of it. */
function fakeOwn() {
  const deeds: string[] = [];
  const camera = signal<MediaStreamTrack | null>(null);
  const canBlur = signal(false);
  const trouble = signal<OwnTrouble | null>(null);
  return {
    deeds,
    camera,
    canBlur,
    trouble,
    sent: signal({ audio: true, video: false, screen: false }),
    track: (lane: Lane) => (lane === 'video' ? camera : signal(null)),
    toggleMicrophone: () => deeds.push('microphone'),
    openCamera: () => deeds.push('camera'),
    close: (lane: Lane) => deeds.push(`close ${lane}`),
    blur: (isBlurred: boolean) => deeds.push(`blur ${isBlurred}`),
  };
}

function aPreview() {
  const own = fakeOwn();
  const results: unknown[] = [];
  const handle = new DialogHandle({ title: 'Crew', own }, 'title', (result?: boolean) =>
    results.push(result),
  );
  TestBed.configureTestingModule({
    providers: [
      provideFakes(new FakeChatStore()),
      { provide: CallDesk, useValue: { devices: new ChosenDevices() } },
      { provide: DIALOG, useValue: handle },
    ],
  });
  const fixture = TestBed.createComponent(PreviewDialog);
  fixture.detectChanges();
  const host = fixture.nativeElement as HTMLElement;
  const press = (name: string) => {
    const all = [...host.querySelectorAll('button')];
    all
      .find((button) => (button.getAttribute('aria-label') ?? button.textContent.trim()) === name)!
      .click();
    fixture.detectChanges();
  };
  return { fixture, host, own, press, results };
}

describe('PreviewDialog', () => {
  // The browser of these tests shows no pictures.
  beforeEach(() => {
    Object.assign(globalThis, { MediaStream: class {} });
    Object.assign(HTMLMediaElement.prototype, { srcObject: null });
  });
  afterEach(() => {
    Reflect.deleteProperty(globalThis, 'MediaStream');
    Reflect.deleteProperty(HTMLMediaElement.prototype, 'srcObject');
  });

  it('switches microphone and camera before anybody hears or sees them', () => {
    const { own, press, fixture } = aPreview();
    press('Mute');
    press('Turn camera on');
    own.camera.set({ id: 'mine' } as MediaStreamTrack);
    fixture.detectChanges();
    press('Turn camera on');
    expect(own.deeds).toEqual(['microphone', 'camera', 'close video']);
  });

  it.each([
    ['Join the call', true],
    ['Not now', false],
  ])('ends by %s', (name, result) => {
    const { press, results } = aPreview();
    press(name);
    expect(results).toEqual([result]);
  });

  it('says why a device cannot be had', () => {
    const { own, fixture, host } = aPreview();
    own.trouble.set({ lane: 'video', obstacle: 'missing' });
    fixture.detectChanges();
    expect(host.querySelector('[role=status]')!.textContent).toBe('No camera was found.');
  });

  it('offers to blur where the camera can', () => {
    const { own, fixture, host } = aPreview();
    expect(host.querySelector('[role=switch]')).toBeNull();
    own.canBlur.set(true);
    fixture.detectChanges();
    host.querySelector<HTMLInputElement>('[role=switch]')!.click();
    expect(own.deeds).toEqual(['blur true']);
  });
});
