import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { Call, UserId } from '@app/contracts';
import { ChosenDevices, type CallPhase, type Lane } from '@app/web-calls';
import { FakeChatStore, provideFakes } from '../../chats/testing/fake-chat-store';
import { ada, aRow, mira } from '../../chats/testing/builders';
import { otherKeys } from '../../chats/shortcuts/other-keys';
import { CallDesk } from '../call-desk';
import { aCall } from '../testing/a-call';
import { CallStage } from './call-stage';

/** A microphone that is open, and a camera that can be opened; and what was done with them. */
function fakeOwn() {
  const tracks = { audio: {}, video: null, screen: null, sound: null };
  const deeds: unknown[] = [];
  const isMuted = signal(false);
  return {
    deeds,
    isMuted,
    trouble: signal(null),
    sent: signal({ audio: true, video: false, screen: false }),
    track: (lane: Lane) => signal(tracks[lane]),
    toggleMicrophone: () => deeds.push(['microphone']),
    openCamera: () => deeds.push(['camera']),
    shareScreen: () => deeds.push(['share']),
  };
}

function aStage(phase: CallPhase = 'active') {
  const own = fakeOwn();
  const parties = [mira.id, ada.id].map((userId) => ({ userId, state: 'joined' as const }));
  const live = {
    own,
    call: signal<Call>(aCall({ state: 'active', parties })),
    phase: signal(phase),
    fit: () => undefined,
    isRung: signal(false),
    received: signal(new Map()),
    quality: signal('good'),
    isReduced: signal(false),
    numbers: signal(null),
    speakers: signal<readonly UserId[]>([]),
  };
  const desk = {
    isWide: signal(true),
    incoming: signal(null),
    devices: new ChosenDevices(),
    hangUp: () => own.deeds.push(['hangUp']),
  };
  const store = new FakeChatStore();
  store.chats.set([aRow({ title: mira.name })]);
  TestBed.configureTestingModule({
    providers: [provideFakes(store), { provide: CallDesk, useValue: desk }],
  });
  const fixture = TestBed.createComponent(CallStage);
  fixture.componentRef.setInput('live', live);
  document.body.append(fixture.nativeElement as Node);
  fixture.detectChanges();
  const host = fixture.nativeElement as HTMLElement;
  const press = (key: string, place: HTMLElement = host, about: KeyboardEventInit = {}) => {
    const init = { bubbles: true, cancelable: true, ...about };
    place.dispatchEvent(new KeyboardEvent('keydown', { ...init, ...keyOf(key) }));
    fixture.detectChanges();
  };
  return { fixture, host, own, live, desk, press };
}

const keyOf = (chord: string) => {
  const key = chord.split('+').at(-1)!;
  return { key, code: `Key${key.toUpperCase()}`, altKey: chord.startsWith('Alt+') };
};

describe('CallStage', () => {
  it('is named by who one talks to, and has the focus', () => {
    const { host } = aStage();
    expect(host.getAttribute('aria-label')).toBe('Call with Mira Okafor');
    expect(document.activeElement).toBe(host);
  });

  it('says how far it is', () => {
    const { fixture, host, live } = aStage('waiting');
    const said = () => {
      fixture.detectChanges();
      return host.querySelector('.state')!.textContent;
    };
    expect(said()).toBe('Calling…');
    live.isRung.set(true);
    expect(said()).toBe('Ringing…');
    live.phase.set('interrupted');
    expect(said()).toContain('Trying again');
  });

  it('mutes, turns the camera on and goes back to the chats by keys, as the sheet says', () => {
    const { own, desk, press } = aStage();
    press(otherKeys.calls.mute);
    press(otherKeys.calls.camera);
    press(otherKeys.calls.minimise);
    expect(own.deeds).toEqual([['microphone'], ['camera']]);
    expect(desk.isWide()).toBe(false);
  });

  it('mutes once by a key that is held', () => {
    const { own, press, host } = aStage();
    press(otherKeys.calls.mute);
    press(otherKeys.calls.mute, host, { repeat: true });
    expect(own.deeds).toEqual([['microphone']]);
  });

  it('is found by a key from anywhere, as the sheet says', () => {
    const { host, desk, fixture, press } = aStage();
    desk.isWide.set(false);
    fixture.detectChanges();
    host.blur();
    press(otherKeys.calls.toCall, document.body);
    expect(document.activeElement).toBe(host);
  });

  it('ends by its button', () => {
    const { host, own } = aStage();
    host.querySelector<HTMLElement>('[aria-label="Leave"]')!.click();
    expect(own.deeds).toEqual([['hangUp']]);
  });
});
