import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { CallParty } from '@app/contracts';
import type { CallPhase } from '@app/web-calls';
import { DIALOG, DialogHandle, Dialogs, Toasts } from '@app/web-ui';
import { ButtonHarness, SwitchHarness } from '@app/web-ui/testing';
import { ada, jonas, mira, NOON } from '../../chats/testing/builders';
import { FakeChatStore, provideFakes } from '../../chats/testing/fake-chat-store';
import { CallHosts } from '../call-hosts';
import { aCall } from '../testing/a-call';
import { CallPeople } from './call-people';

const heard = { audio: true, video: false, screen: false };
const silent = { ...heard, audio: false };
const minute = (n: number) => new Date(NOON.getTime() + n * 60_000).toISOString();
const parties: CallParty[] = [
  { userId: mira.id, state: 'joined', media: heard },
  { userId: ada.id, state: 'joined', media: heard },
  { userId: jonas.id, state: 'joined', media: silent, handAt: minute(1) },
];

async function aList({ isHost = true, means = true, about = {} } = {}) {
  const call = signal(aCall({ kind: 'group', state: 'active', parties, ...about }));
  const phase = signal<CallPhase>('active');
  const asked: unknown[] = [];
  const server = { isWilling: true };
  const control = (...what: unknown[]) => {
    asked.push(what);
    return Promise.resolve(server.isWilling);
  };
  const closed = jest.fn();
  TestBed.configureTestingModule({
    providers: [
      provideFakes(new FakeChatStore()),
      { provide: CallHosts, useValue: { isMine: () => isHost } },
      { provide: Dialogs, useValue: { open: () => Promise.resolve(means || undefined) } },
      { provide: DIALOG, useValue: new DialogHandle({ call, phase, control }, 'title', closed) },
    ],
  });
  const fixture = TestBed.createComponent(CallPeople);
  const loader = TestbedHarnessEnvironment.loader(fixture);
  await fixture.whenStable();
  const host = fixture.nativeElement as HTMLElement;
  const rows = () =>
    [...host.querySelectorAll('li')].map((row) => [
      row.querySelector('.name')!.textContent,
      ...[...row.querySelectorAll('.marks ui-icon')].map((icon) => icon.getAttribute('aria-label')),
    ]);
  const buttons = () =>
    [...host.querySelectorAll('li button')].map((button) => button.getAttribute('aria-label'));
  const press = async (name: string) =>
    (await loader.getHarness(ButtonHarness.with({ name }))).click();
  return { fixture, loader, call, phase, asked, server, closed, rows, buttons, press };
}

describe('CallPeople', () => {
  it('lists who is in it: whose hand is up first, and who is muted', async () => {
    const left: CallParty = { userId: 'eve' as never, state: 'left' };
    const { rows } = await aList({ about: { parties: [...parties, left] } });
    expect(rows()).toEqual([
      [jonas.name, 'Hand raised, number 1', 'Muted'],
      [mira.name],
      [ada.name],
    ]);
  });

  it('offers to hosts what fits each one, and nothing about themselves', async () => {
    const { buttons } = await aList();
    expect(buttons()).toEqual([
      'Lower the hand of Jonas Nilsen',
      'Remove Jonas Nilsen from the call',
      'Mute Mira Okafor',
      'Remove Mira Okafor from the call',
    ]);
  });

  it('offers nothing to who is no host', async () => {
    const { buttons, loader } = await aList({ isHost: false });
    expect(buttons()).toEqual([]);
    expect(await loader.getAllHarnesses(SwitchHarness)).toEqual([]);
  });

  it('asks for what is pressed', async () => {
    const { press, asked, loader } = await aList();
    await press('Mute everybody else');
    await press('Mute Mira Okafor');
    await press('Lower the hand of Jonas Nilsen');
    await press('Remove Mira Okafor from the call');
    await (await loader.getHarness(SwitchHarness)).toggle();
    expect(asked).toEqual([
      ['call_mute', {}],
      ['call_mute', { userId: mira.id }],
      ['call_hand', { userId: jonas.id, isRaised: false }],
      ['call_remove', { userId: mira.id }],
      ['call_lock', { isLocked: true }],
    ]);
  });

  it('removes nobody whose removal was not meant', async () => {
    const { press, asked } = await aList({ means: false });
    await press('Remove Mira Okafor from the call');
    expect(asked).toEqual([]);
  });

  it('says what did not work', async () => {
    const { press, server } = await aList();
    server.isWilling = false;
    await press('Mute Mira Okafor');
    expect(TestBed.inject(Toasts).shown()).toMatchObject([{ text: 'That did not work.' }]);
  });

  it('closes with the call', async () => {
    const { phase, closed, fixture } = await aList();
    expect(closed).not.toHaveBeenCalled();
    phase.set('ended');
    await fixture.whenStable();
    expect(closed).toHaveBeenCalledTimes(1);
  });
});
