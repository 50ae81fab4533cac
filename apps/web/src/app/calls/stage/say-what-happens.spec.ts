import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { Call, CallId, CallParty, UserId } from '@app/contracts';
import { LiveLines } from '../../chats/message-list/live-lines';
import { FakeChatStore, provideFakes } from '../../chats/testing/fake-chat-store';
import { ada, aUser, mira } from '../../chats/testing/builders';
import { aCall } from '../testing/a-call';
import { sayWhatHappens } from './say-what-happens';

/** A group call, in which only Ada is at first; and what a screen reader says of it. */
function aListener() {
  const said: string[] = [];
  const store = new FakeChatStore();
  TestBed.configureTestingModule({
    providers: [
      provideFakes(store),
      { provide: LiveLines, useValue: { say: (text: string) => said.push(text) } },
    ],
  });
  const withPeople = (others: readonly CallParty[], mine: Partial<CallParty> = {}) =>
    aCall({
      ...{ kind: 'group', state: 'active' },
      parties: [...others, { userId: ada.id, state: 'joined', ...mine }],
    });
  const call = signal(withPeople([]));
  TestBed.runInInjectionContext(() => sayWhatHappens(call, ada.id));
  TestBed.tick();
  const after = (now: Call) => {
    said.length = 0;
    call.set(now);
    TestBed.tick();
    return said;
  };
  return { store, withPeople, after };
}

const joined = (userId: UserId, about: Partial<CallParty> = {}): CallParty => ({
  ...{ userId, state: 'joined', ...about },
});

describe('sayWhatHappens', () => {
  it('says who comes, what they do, and that they have gone, by name', () => {
    const { withPeople, after } = aListener();
    const here = withPeople([joined(mira.id)]);
    expect(after(here)).toEqual(['Mira Okafor has joined']);
    const media = { audio: true, video: false, screen: true };
    expect(after(withPeople([joined(mira.id, { media })]))).toEqual([
      'Mira Okafor shares a screen',
    ]);
    expect(after(here)).toEqual(['Mira Okafor no longer shares a screen']);
    const handAt = '2026-01-01T00:01:00.000Z';
    expect(after(withPeople([joined(mira.id, { handAt })]))).toEqual(['Mira Okafor raises a hand']);
    expect(after(withPeople([]))).toEqual(['Mira Okafor has left']);
  });

  it('says what I do in words of their own', () => {
    const { withPeople, after } = aListener();
    const media = { audio: true, video: false, screen: true };
    expect(after(withPeople([], { media }))).toEqual(['You share your screen']);
    expect(after(withPeople([]))).toEqual(['You no longer share your screen']);
    const handAt = '2026-01-01T00:01:00.000Z';
    expect(after(withPeople([], { handAt }))).toEqual(['Your hand is raised']);
    expect(after(withPeople([]))).toEqual(['Your hand is lowered']);
  });

  it('says that the call is locked, and open again', () => {
    const { withPeople, after } = aListener();
    const locked = { ...withPeople([]), isLocked: true } as const;
    expect(after(locked)).toEqual(['Locked: nobody else comes in']);
    expect(after(withPeople([]))).toEqual(['Open again: others may come in']);
  });

  it('counts those who come or go together, where they are many', () => {
    const { store, withPeople, after } = aListener();
    const people = ['a', 'b', 'c', 'd'].map((id) => aUser({ id, name: `Person ${id}` }));
    store.people.set(new Map(people.map((user) => [user.id, user])));
    const parties = people.map(({ id }) => joined(id));
    expect(after(withPeople(parties))).toEqual(['4 people have joined']);
    expect(after(withPeople(parties.slice(1)))).toEqual(['Person a has left']);
    expect(after(withPeople([]))).toEqual(
      ['b', 'c', 'd'].map((letter) => `Person ${letter} has left`),
    );
  });

  it('says nothing of who is in another call that takes the place of this one', () => {
    const { withPeople, after } = aListener();
    expect(after({ ...withPeople([joined(mira.id)]), id: 'call-2' as CallId })).toEqual([]);
  });
});
