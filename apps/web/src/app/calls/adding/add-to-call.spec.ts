import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { Call, UserId } from '@app/contracts';
import { ConnectionLost, RequestProblem } from '@app/web-realtime';
import { DIALOG, DialogHandle, Toasts } from '@app/web-ui';
import { ada, aRow, jonas, mira } from '../../chats/testing/builders';
import { FakeChatStore, provideFakes } from '../../chats/testing/fake-chat-store';
import { aCall } from '../testing/a-call';
import { AddToCall } from './add-to-call';

const rows = [mira, jonas].map((peer) => aRow({ kind: 'direct', peer }));

/** In the call of these beside me, with who was called and why they were refused. */
function aDialog(parties: Call['parties'] = []) {
  const called: UserId[] = [];
  const refusals = new Map<UserId, Error>();
  const live = {
    call: signal(aCall({ state: 'active', parties })),
    invite: (userId: UserId) => {
      called.push(userId);
      const refusal = refusals.get(userId);
      return refusal ? Promise.reject(refusal) : Promise.resolve();
    },
  };
  let isClosed = false;
  const handle = new DialogHandle(live, 'title', () => (isClosed = true));
  const store = new FakeChatStore();
  store.chats.set(rows);
  TestBed.configureTestingModule({
    providers: [provideFakes(store), { provide: DIALOG, useValue: handle }],
  });
  const fixture = TestBed.createComponent(AddToCall);
  fixture.detectChanges();
  const host = fixture.nativeElement as HTMLElement;
  const names = () =>
    [...host.querySelectorAll('.found input')].map((each) => each.getAttribute('aria-label'));
  const choose = (name: string) => {
    host.querySelector<HTMLElement>(`.found input[aria-label="${name}"]`)!.click();
    fixture.detectChanges();
  };
  const add = async () => {
    [...host.querySelectorAll('button')].find((b) => b.textContent.trim() === 'Add')!.click();
    await fixture.whenStable();
    fixture.detectChanges();
  };
  const problem = () => host.querySelector('[role=alert]')?.textContent ?? '';
  const chosen = () => [...host.querySelectorAll('.chosen li')].map((li) => li.textContent.trim());
  const toasts = () =>
    TestBed.inject(Toasts)
      .shown()
      .map(({ text }) => text);
  return { called, refusals, names, choose, add, problem, chosen, toasts, closed: () => isClosed };
}

describe('AddToCall', () => {
  it('calls whom one chooses, says so, and is gone', async () => {
    const { called, choose, add, toasts, closed } = aDialog();
    await add();
    expect([called, closed()]).toEqual([[], false]);
    choose(jonas.name);
    choose(mira.name);
    await add();
    expect(called).toEqual([jonas.id, mira.id]);
    expect(toasts()).toEqual([`Calling ${jonas.name} and ${mira.name}`]);
    expect(closed()).toBe(true);
  });

  it('offers nobody who is in it or is called, and again who has left', () => {
    const party = (userId: UserId, state: 'joined' | 'invited' | 'left') => ({ userId, state });
    const here = aDialog([party(ada.id, 'joined'), party(mira.id, 'invited')]);
    expect(here.names()).toEqual([jonas.name]);
    TestBed.resetTestingModule();
    expect(aDialog([party(mira.id, 'left')]).names()).toEqual([mira.name, jonas.name]);
  });

  it.each([
    [new RequestProblem('call_busy', 409, {}), `${jonas.name} is in another call`],
    [new RequestProblem('blocked', 403, {}), 'You cannot call this person.'],
    [new RequestProblem('conflict', 409, {}), 'The call is full.'],
    [
      new RequestProblem('service_unavailable', 503, {}),
      'This server has no room for calls of more than two just now.',
    ],
    [new RequestProblem('not_found', 404, {}), `${jonas.name} could not be called.`],
    [new ConnectionLost(), 'Calls need a connection.'],
  ])('says why one cannot be called, and keeps who is left: %s', async (refusal, words) => {
    const { called, refusals, choose, add, problem, chosen, closed } = aDialog();
    refusals.set(jonas.id, refusal);
    choose(mira.name);
    choose(jonas.name);
    await add();
    expect([problem(), chosen(), closed()]).toEqual([words, [jonas.name], false]);
    refusals.clear();
    await add();
    expect([called, closed()]).toEqual([[mira.id, jonas.id, jonas.id], true]);
  });
});
