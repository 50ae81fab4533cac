import { TestBed } from '@angular/core/testing';
import type { Call } from '@app/contracts';
import { Toasts } from '@app/web-ui';
import { ada, aRow, mira } from '../chats/testing/builders';
import { FakeChatStore, provideFakes } from '../chats/testing/fake-chat-store';
import { CallEnds } from './call-ends';
import { aCall } from './testing/a-call';

function theEnds() {
  const store = new FakeChatStore();
  store.chats.set([aRow({ title: mira.name })]);
  TestBed.configureTestingModule({ providers: [provideFakes(store)] });
  const again = jest.fn();
  const shown = () =>
    TestBed.inject(Toasts)
      .shown()
      .map(({ text, action }) => [text, action?.label]);
  const press = () => TestBed.inject(Toasts).shown()[0]!.action!.run();
  return { ends: TestBed.inject(CallEnds), again, shown, press };
}

const ended = (reason: NonNullable<Call['reason']>) => aCall({ state: 'ended', reason });

describe('CallEnds', () => {
  it.each([
    ['missed', 'Mira Okafor did not answer', 'Call again'],
    ['declined', 'Mira Okafor declined', 'Call again'],
    ['busy', 'Mira Okafor is in another call', 'Call again'],
    ['failed', 'The call could not be connected', 'Call again'],
    ['completed', 'The call has ended', undefined],
  ] as const)('says of a call that is %s: %s', (reason, words, offer) => {
    const { ends, again, shown } = theEnds();
    ends.tell(ended(reason), again);
    expect(shown()).toEqual([[words, offer]]);
  });

  it('says nothing where I have ended it myself', () => {
    const { ends, again, shown } = theEnds();
    ends.tell(ended('cancelled'), again);
    ends.tell(aCall({ state: 'active' }), again);
    expect(shown()).toEqual([]);
  });

  it('says that I was removed, and offers no call to those who did it', () => {
    const { ends, again, shown } = theEnds();
    const parties = [
      { userId: mira.id, state: 'joined' as const },
      { userId: ada.id, state: 'left' as const, isRemoved: true as const },
    ];
    ends.tell({ ...ended('completed'), kind: 'group', parties }, again);
    expect(shown()).toEqual([['You were removed from the call', undefined]]);
  });

  it('says nothing of my removal where another one was removed', () => {
    const { ends, again, shown } = theEnds();
    const parties = [{ userId: mira.id, state: 'left' as const, isRemoved: true as const }];
    ends.tell({ ...ended('completed'), kind: 'group', parties }, again);
    expect(shown()).toEqual([['The call has ended', undefined]]);
  });

  it('offers to call again, also where the connection was lost', () => {
    const { ends, again, shown, press } = theEnds();
    ends.tellLost(again);
    expect(shown()).toEqual([['The connection was lost', 'Call again']]);
    press();
    expect(again).toHaveBeenCalledTimes(1);
  });

  it('says who called while I was in a call', () => {
    const { ends, shown } = theEnds();
    ends.tellBusy(mira.id);
    expect(shown()).toEqual([['Mira Okafor called while you were in a call', undefined]]);
  });
});
