import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { localAddresses } from '../attaching/testing/local-addresses';
import { Playback, type SoundId } from '../files/playback';
import { MessageDeeds } from '../message-list/message-deeds';
import { aMessage } from '../testing/builders';
import { heard, noLevels } from './recorded-levels';
import { MOST_MS, newRecording, type Recording } from './recording';
import { VoicePanel } from './voice-panel';
import { VoiceRecorder } from './voice-recorder';
import type { Take } from './voice-takes';
import { VoicePanelHarness } from './testing/voice-panel-harness';

const recorded = (about: Partial<Recording> = {}): Recording => ({
  ...newRecording(false),
  phase: 'recording',
  recordedMs: 7900,
  levels: heard(noLevels, 0, 0.1),
  ...about,
});
const take = {
  sound: 'take 1',
  content: new Blob(['x']),
  durationMs: 7900,
  wave: [0, 255],
} as unknown as Take;

async function aPanel({ recording = null as Recording | null, kept = null as Take | null }) {
  const addresses = localAddresses();
  const calls: unknown[][] = [];
  const note =
    (name: string) =>
    (...args: readonly unknown[]) => {
      calls.push([name, ...args]);
    };
  const player = { soundId: signal<SoundId | null>(null), isPlaying: signal(false) };
  const recorder = { recording: signal(recording), take: signal(kept), slide: signal(0) };
  const acts = ['pause', 'resume', 'stop', 'send', 'discard'];
  const deeds = { replyTo: signal<unknown>(null) };
  TestBed.configureTestingModule({
    providers: [
      { provide: MessageDeeds, useValue: deeds },
      {
        provide: VoiceRecorder,
        useValue: { ...recorder, ...Object.fromEntries(acts.map((act) => [act, note(act)])) },
      },
      {
        provide: Playback,
        useValue: {
          ...player,
          nowMs: signal(2500),
          play: note('play'),
          pause: note('pause sound'),
          seek: note('seek'),
        },
      },
    ],
  });
  const fixture = TestBed.createComponent(VoicePanel);
  document.body.append(fixture.nativeElement as Node);
  const panel = await TestbedHarnessEnvironment.harnessForFixture(fixture, VoicePanelHarness);
  return { panel, recorder, player, deeds, calls, fixture, addresses };
}

describe('VoicePanel', () => {
  it('has a name, and says that it waits for the microphone', async () => {
    const { panel } = await aPanel({ recording: newRecording(false) });
    expect(await panel.getName()).toBe('Recording of a voice message');
    expect(await panel.getText()).toContain('Waiting for the microphone…');
    expect([await panel.getButtons(), await panel.getFocused()]).toEqual([
      ['Discard recording'],
      'Discard recording',
    ]);
  });

  it('says how long it is, and offers what can be done', async () => {
    const { panel, recorder, calls } = await aPanel({ recording: recorded() });
    expect([await panel.getTime(), await panel.getFocused()]).toEqual(['0:07', 'Stop and listen']);
    for (const name of await panel.getButtons()) await panel.press(name!);
    recorder.recording.set(recorded({ phase: 'paused' }));
    await panel.press('Resume recording');
    expect(calls.map(([name]) => name)).toEqual(['discard', 'pause', 'stop', 'send', 'resume']);
  });

  it('says when it has to end, before it does', async () => {
    const { panel, recorder } = await aPanel({ recording: recorded() });
    recorder.recording.set(recorded({ recordedMs: MOST_MS - 30_000 }));
    expect(await panel.getTime()).toBe('14:30 / 15:00');
  });

  it('leaves the focus alone while a hand holds it, and says what the hand can do', async () => {
    const { panel, recorder } = await aPanel({ recording: recorded({ isHeld: true }) });
    expect([await panel.getButtons(), await panel.getFocused()]).toEqual([
      ['Discard recording'],
      null,
    ]);
    expect(await panel.getText()).toContain('Slide to discard');
    recorder.recording.set(recorded());
    expect(await panel.getFocused()).toBe('Stop and listen');
  });

  it('plays what was recorded, from where one likes', async () => {
    const { panel, player, calls, addresses } = await aPanel({ kept: take });
    expect([await panel.getFocused(), await panel.getPlace()]).toEqual(['Listen', [0, 7900]]);
    await panel.seek(4000);
    await panel.press('Listen');
    expect(calls).toEqual([['play', 'take 1', addresses[0], 4000]]);
    player.soundId.set('take 1');
    player.isPlaying.set(true);
    expect(await panel.getText()).toContain('0:03 / 0:08');
    await panel.seek(1000);
    await panel.press('Pause');
    expect(calls.slice(1)).toEqual([['seek', 1000], ['pause sound']]);
  });

  it('gives up by Esc, and lets go of what it plays', async () => {
    const { panel, player, calls, fixture, addresses } = await aPanel({ kept: take });
    player.soundId.set('take 1');
    await panel.pressEscape();
    fixture.destroy();
    expect([calls, addresses]).toEqual([[['discard'], ['pause sound']], []]);
  });

  it('sends it as the answer that was begun', async () => {
    const { panel, deeds, calls, fixture } = await aPanel({ kept: take });
    const sent: 1[] = [];
    fixture.componentInstance.sent.subscribe(() => sent.push(1));
    deeds.replyTo.set(aMessage({ seq: 1 }));
    await panel.press('Send voice message');
    expect([calls, deeds.replyTo(), sent]).toEqual([[['send', 'm1']], null, [1]]);
  });
});
