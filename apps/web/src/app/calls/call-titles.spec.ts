import { TestBed } from '@angular/core/testing';
import type { Call, ChatId, User, UserId } from '@app/contracts';
import { ada, aRow, jonas, mira } from '../chats/testing/builders';
import { FakeChatStore, provideFakes } from '../chats/testing/fake-chat-store';
import { CallTitles } from './call-titles';
import { aCall } from './testing/a-call';

const parties = (...people: readonly (readonly [User, Call['parties'][number]['state']])[]) =>
  people.map(([{ id: userId }, state]) => ({ userId, state }));

/** Of a call in a chat that I have, or in one that I do not know. */
function titleOf(about: Partial<Call>, kind?: 'direct' | 'group'): string {
  const store = new FakeChatStore();
  store.people.set(new Map<UserId, User>([ada, mira, jonas].map((user) => [user.id, user])));
  const id = 'c1' as ChatId;
  if (kind) store.chats.set([aRow({ id, kind, title: kind === 'direct' ? mira.name : 'Crew' })]);
  TestBed.configureTestingModule({ providers: [provideFakes(store)] });
  return TestBed.inject(CallTitles).of(aCall({ chatId: id, ...about }));
}

describe('CallTitles', () => {
  const three = parties([ada, 'joined'], [mira, 'joined'], [jonas, 'joined']);

  it('has the name of the chat, in which the other one is meant between two', () => {
    expect(titleOf({}, 'direct')).toBe(mira.name);
    TestBed.resetTestingModule();
    expect(titleOf({ kind: 'group', parties: three }, 'group')).toBe('Crew');
  });

  it('names who is in it where others were called to two, or the chat is not mine', () => {
    const call = { kind: 'group' as const, parties: three };
    expect(titleOf(call, 'direct')).toBe(`${mira.name} and ${jonas.name}`);
    TestBed.resetTestingModule();
    expect(titleOf(call)).toBe(`${mira.name} and ${jonas.name}`);
  });

  it('names who is still in it, and when it is over, who was', () => {
    const some = parties([ada, 'joined'], [mira, 'left'], [jonas, 'joined']);
    expect(titleOf({ kind: 'group', parties: some })).toBe(jonas.name);
    TestBed.resetTestingModule();
    const none = parties([ada, 'left'], [mira, 'left'], [jonas, 'left']);
    expect(titleOf({ kind: 'group', parties: none })).toBe(`${mira.name} and ${jonas.name}`);
  });
});
