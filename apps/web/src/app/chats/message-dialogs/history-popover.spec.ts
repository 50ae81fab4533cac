import { TestBed } from '@angular/core/testing';
import type { Message } from '@app/contracts';
import { DIALOG, DialogHandle } from '@app/web-ui';
import { aMessage } from '../testing/builders';
import { FakeChatStore, provideFakes } from '../testing/fake-chat-store';
import { HistoryPopover } from './history-popover';

async function aHistory() {
  const store = new FakeChatStore();
  const replacedAt = new Date(2026, 2, 2, 12).toISOString();
  store.answer = { items: [{ rev: 1, text: 'before', replacedAt }] };
  const message = aMessage({ seq: 1 });
  store.messages.set([message]);
  const end = jest.fn();
  const handle = new DialogHandle<never, Message>(message, 'title', end);
  TestBed.configureTestingModule({
    providers: [provideFakes(store), { provide: DIALOG, useValue: handle }],
  });
  const fixture = TestBed.createComponent(HistoryPopover);
  await fixture.whenStable();
  const words = (): string | undefined =>
    (fixture.nativeElement as HTMLElement).querySelector('article p')?.textContent;
  return { store, message, fixture, end, words };
}

describe('HistoryPopover', () => {
  it('tells what the message said before', async () => {
    const { words, end } = await aHistory();
    expect([words(), end.mock.calls.length]).toEqual(['before', 0]);
  });

  it('closes when the message is deleted', async () => {
    const { store, message, fixture, end } = await aHistory();
    store.messages.set([{ ...message, text: '', deletedAt: message.createdAt }]);
    await fixture.whenStable();
    expect(end).toHaveBeenCalledTimes(1);
  });
});
