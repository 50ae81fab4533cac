import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { Call } from '@app/contracts';
import { aRow, mira } from '../../chats/testing/builders';
import { FakeChatStore, provideFakes } from '../../chats/testing/fake-chat-store';
import { CallDesk } from '../call-desk';
import { aCall } from '../testing/a-call';
import { IncomingCall } from './incoming-call';

function aSheet(about: Partial<Call> = {}) {
  const deeds: unknown[][] = [];
  const desk = {
    devices: signal(null),
    accept: ({ id }: Call, media: string) => deeds.push(['accept', id, media]),
    decline: ({ id }: Call) => deeds.push(['decline', id]),
  };
  const store = new FakeChatStore();
  store.chats.set([aRow({ title: 'Release crew' })]);
  TestBed.configureTestingModule({
    providers: [provideFakes(store), { provide: CallDesk, useValue: desk }],
  });
  const before = document.body.appendChild(document.createElement('button'));
  before.focus();
  const fixture = TestBed.createComponent(IncomingCall);
  fixture.componentRef.setInput('call', aCall(about));
  const host = document.body.appendChild(fixture.nativeElement as HTMLElement);
  fixture.detectChanges();
  const names = () =>
    [...host.querySelectorAll('button')].map((button) => button.getAttribute('aria-label'));
  const press = (name: string) =>
    host.querySelector<HTMLElement>(`[aria-label="${name}"]`)!.click();
  const key = (init: KeyboardEventInit, place: HTMLElement = document.body) => {
    const event = new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init });
    place.dispatchEvent(event);
    return event.defaultPrevented;
  };
  return { host, before, deeds, names, press, key };
}

const toCall = { altKey: true, code: 'KeyC', key: 'c' };

describe('IncomingCall', () => {
  afterEach(() => document.body.replaceChildren());

  it('says who calls, at once, and leaves the focus to who is typing', () => {
    const { host, before } = aSheet();
    expect(host.getAttribute('role')).toBe('alertdialog');
    expect(host.getAttribute('aria-label')).toBe('Incoming voice call');
    expect(host.querySelector('[role="alert"]')?.textContent).toBe(
      'Mira Okafor is calling. Alt C goes to the call.',
    );
    expect(host.querySelector('strong')!.textContent).toBe(mira.name);
    expect(document.activeElement).toBe(before);
  });

  it('says in which group it is', () => {
    const { host } = aSheet({ kind: 'group', media: 'video' });
    expect(host.querySelector('.words span')!.textContent).toBe(
      'Release crew · Incoming video call',
    );
  });

  it.each([
    ['audio', ['Decline', 'Accept with camera', 'Accept'], 'Accept', 'audio'],
    ['audio', ['Decline', 'Accept with camera', 'Accept'], 'Accept with camera', 'video'],
    [
      'video',
      ['Decline', 'Accept without camera', 'Accept with camera'],
      'Accept without camera',
      'audio',
    ],
    [
      'video',
      ['Decline', 'Accept without camera', 'Accept with camera'],
      'Accept with camera',
      'video',
    ],
  ] as const)('offers for %s %j; %s takes it with %s', (media, offered, name, taken) => {
    const { deeds, names, press } = aSheet({ media });
    expect(names()).toEqual(offered);
    press(name);
    expect(deeds).toEqual([['accept', 'call-1', taken]]);
  });

  it('is declined by its button, and by Escape where the focus is in it', () => {
    const { deeds, press, key, host, before } = aSheet();
    press('Decline');
    key({ key: 'Escape' }, host);
    expect(deeds).toEqual([
      ['decline', 'call-1'],
      ['decline', 'call-1'],
    ]);
    key({ key: 'Escape' }, before);
    expect(deeds).toHaveLength(2);
  });

  it('is gone to by a key from anywhere, and by no other', () => {
    const { host, before, key } = aSheet();
    expect(key({ ...toCall, altKey: false })).toBe(false);
    expect(key({ ...toCall, ctrlKey: true })).toBe(false);
    expect(document.activeElement).toBe(before);
    expect(key(toCall)).toBe(true);
    expect(document.activeElement).toBe(host.querySelector('.accept'));
  });
});
