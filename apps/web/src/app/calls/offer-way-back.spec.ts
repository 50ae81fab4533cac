import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { Call, ChatId } from '@app/contracts';
import { Toasts } from '@app/web-ui';
import { ada, aRow, mira } from '../chats/testing/builders';
import { ChatStore } from '../data-access/chat-store';
import { CallDesk } from './call-desk';
import { offerWayBack } from './offer-way-back';
import { RunningCalls } from './running-calls';
import { aCall } from './testing/a-call';

function anOffer() {
  const left = signal<Call | null>(null);
  const isReady = signal(true);
  const accepted: Call[] = [];
  TestBed.configureTestingModule({
    providers: [
      { provide: ChatStore, useValue: { isReady, chats: signal([aRow({ id: 'c1' as ChatId })]) } },
      { provide: CallDesk, useValue: { accept: (call: Call) => accepted.push(call) } },
      { provide: RunningCalls, useValue: { left } },
    ],
  });
  TestBed.runInInjectionContext(offerWayBack);
  const toasts = TestBed.inject(Toasts);
  const offered = () => {
    TestBed.tick();
    return toasts.shown();
  };
  return { left, isReady, accepted, offered, toasts };
}

const elsewhere = (version = 1) =>
  aCall({
    ...{ chatId: 'c2' as ChatId, kind: 'group', state: 'active', version },
    parties: [
      { userId: mira.id, state: 'joined' },
      { userId: ada.id, state: 'left' },
    ],
  });

describe('offerWayBack', () => {
  it('offers the way into a call of a chat that is not mine, once for each time I left', () => {
    const { left, accepted, offered, toasts } = anOffer();
    expect(offered()).toEqual([]);
    left.set(elsewhere());
    const [toast] = offered();
    expect(toast).toMatchObject({ text: 'The call that you left goes on' });
    toasts.close(toast!.id);
    left.set(elsewhere(2));
    expect(offered()).toEqual([]);
    toast!.action!.run();
    expect(accepted).toMatchObject([{ version: 2 }]);
    left.set(null);
    expect(offered()).toEqual([]);
    left.set(elsewhere(4));
    const again = offered().at(-1)!;
    left.set(null);
    again.action!.run();
    expect(accepted).toHaveLength(1);
    expect(offered().at(-1)!.text).toBe('The call is over.');
  });

  it('is quiet where the chat leads back, and as long as nobody knows', () => {
    const { left, isReady, offered } = anOffer();
    isReady.set(false);
    left.set(elsewhere());
    expect(offered()).toEqual([]);
    isReady.set(true);
    expect(offered()).toHaveLength(1);
    left.set({ ...elsewhere(), chatId: 'c1' as ChatId });
    expect(offered()).toHaveLength(1);
  });
});
