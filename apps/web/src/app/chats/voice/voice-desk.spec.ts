import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { VoiceDesk } from './voice-desk';
import { VoicePanel } from './voice-panel';
import { VoiceRecorder } from './voice-recorder';

function aDesk() {
  const acts: string[] = [];
  const recorder = {
    isOpen: signal(false),
    obstacle: signal<string | null>(null),
    slide: signal(0),
    begin: (isHeld: boolean) => {
      acts.push(isHeld ? 'hold' : 'begin');
      recorder.isOpen.set(true);
    },
    free: () => acts.push('free'),
    discard: () => acts.push('discard'),
    dismiss: () => recorder.obstacle.set(null),
  };
  TestBed.configureTestingModule({ providers: [{ provide: VoiceRecorder, useValue: recorder }] });
  return { desk: TestBed.inject(VoiceDesk), acts, recorder };
}

describe('VoiceDesk', () => {
  it('does what is asked while the code that records comes, in order', async () => {
    const { desk, acts } = aDesk();
    expect(desk.panel()).toBeNull();
    await Promise.all([desk.begin(true), desk.free(), desk.discard()]);
    expect([acts, desk.panel()]).toEqual([['hold', 'free', 'discard'], VoicePanel]);
  });

  it('says why nothing is recorded, until one has read it', async () => {
    const { desk, recorder } = aDesk();
    await desk.begin(false);
    recorder.obstacle.set('missing');
    expect(desk.trouble()).toBe('No microphone was found.');
    desk.dismiss();
    expect(desk.trouble()).toBe('');
  });

  it('says that the code did not come, and asks for it again', async () => {
    const { desk, acts } = aDesk();
    const lost = new TypeError('Failed to fetch dynamically imported module');
    const load = jest.spyOn(desk as unknown as { load(): Promise<unknown> }, 'load');
    load.mockRejectedValueOnce(lost);
    await desk.begin(false);
    expect([desk.trouble(), acts]).toEqual([
      'The recorder could not be loaded. Try again when the network is back.',
      [],
    ]);
    await desk.begin(false);
    expect([desk.trouble(), acts]).toEqual(['', ['begin']]);
  });
});
