import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { Call, UserId } from '@app/contracts';
import { ChosenDevices, IncomingMedia, type CallPhase, type Lane } from '@app/web-calls';
import { FakeChatStore, provideFakes } from '../../chats/testing/fake-chat-store';
import { ada, aRow, mira, NOON } from '../../chats/testing/builders';
import { LiveLines } from '../../chats/message-list/live-lines';
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

function aStage(phase: CallPhase = 'active', about: Partial<Call> = {}) {
  const own = fakeOwn();
  const parties = [mira.id, ada.id].map((userId) => ({ userId, state: 'joined' as const }));
  const live = {
    own,
    call: signal<Call>(aCall({ state: 'active', parties, ...about })),
    mutedBy: signal<UserId | null>(null),
    control: (...what: unknown[]) => Promise.resolve(own.deeds.push(what) > 0),
    phase: signal(phase),
    isRung: signal(false),
    incoming: new IncomingMedia(),
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

const raised = ({ parties }: Call, whom: UserId): Call['parties'] =>
  parties.map((party) =>
    party.userId === whom ? { ...party, handAt: NOON.toISOString() } : party,
  );

const keyOf = (chord: string) => {
  const key = chord.split('+').at(-1)!;
  return { key, code: `Key${key.toUpperCase()}`, altKey: chord.startsWith('Alt+') };
};

describe('CallStage', () => {
  afterEach(() => jest.restoreAllMocks());

  it('is named by who one talks to, and has the focus', () => {
    const { host } = aStage();
    expect(host.getAttribute('aria-label')).toBe('Call with Mira Okafor');
    expect(document.activeElement).toBe(host);
  });

  it('says how far it is, also to who does not see it or has a dialog before it', () => {
    const heard = jest.spyOn(LiveLines.prototype, 'say');
    const { fixture, host, live } = aStage('waiting');
    const said = () => {
      fixture.detectChanges();
      return host.querySelector('.state')!.textContent;
    };
    expect(said()).toBe('Calling…');
    live.isRung.set(true);
    expect(said()).toBe('Ringing…');
    live.phase.set('active');
    expect(host.querySelector('[role=status], [aria-live]')).toBeNull();
    live.phase.set('interrupted');
    expect(said()).toContain('Trying again');
    expect(heard.mock.calls).toEqual([['Calling…'], ['Ringing…'], [said()]]);
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

  it('raises a hand and lowers it by a key, in a group, as the sheet says', () => {
    const { own, live, press, fixture, host } = aStage('active', { kind: 'group' });
    press(otherKeys.calls.hand);
    live.call.update((call) => ({ ...call, parties: raised(call, ada.id) }));
    fixture.detectChanges();
    expect(host.querySelector('[aria-label="Lower hand"]')).not.toBeNull();
    press(otherKeys.calls.hand);
    expect(own.deeds).toEqual([
      ['call_hand', { isRaised: true }],
      ['call_hand', { isRaised: false }],
    ]);
  });

  it('has neither hands nor a list of people between two', () => {
    const { own, host, press } = aStage();
    press(otherKeys.calls.hand);
    expect(own.deeds).toEqual([]);
    expect(host.querySelector('[aria-label="Raise hand"]')).toBeNull();
    expect(host.querySelector('[aria-label="People in the call"]')).toBeNull();
  });

  it('says who raises a hand, and shows whose turn it is', () => {
    const { live, host, fixture } = aStage('active', { kind: 'group' });
    const said = jest.spyOn(TestBed.inject(LiveLines), 'say');
    live.call.update((call) => ({ ...call, parties: raised(call, mira.id) }));
    fixture.detectChanges();
    expect(said.mock.calls).toEqual([['Mira Okafor raises a hand']]);
    expect(host.querySelector('app-call-tile .hand')!.textContent.trim()).toBe('1');
  });

  it('says who has muted me until I speak again, and that the call is locked', () => {
    const { live, own, host, fixture } = aStage('active', { kind: 'group', isLocked: true });
    const hint = () => {
      fixture.detectChanges();
      return host.querySelector('.hint')?.textContent ?? '';
    };
    const said = jest.spyOn(TestBed.inject(LiveLines), 'say');
    live.mutedBy.set(mira.id);
    own.sent.set({ audio: false, video: false, screen: false });
    expect(hint()).toBe('Mira Okafor has muted you');
    expect(said.mock.calls).toEqual([['Mira Okafor has muted you']]);
    own.sent.set({ audio: true, video: false, screen: false });
    expect(hint()).toBe('');
    expect(host.querySelector('[aria-label="Locked: nobody else comes in"]')).not.toBeNull();
  });

  it('ends by its button', () => {
    const { host, own } = aStage();
    host.querySelector<HTMLElement>('[aria-label="Leave"]')!.click();
    expect(own.deeds).toEqual([['hangUp']]);
  });
});
