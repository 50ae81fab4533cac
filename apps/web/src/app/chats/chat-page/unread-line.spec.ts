import { signal } from '@angular/core';
import type { ChatId, Message } from '@app/contracts';
import { aMessage } from '../testing/builders';
import { unreadLine } from './unread-line';

function aVisit(mark: number | null, head: number) {
  const store = {
    chatId: signal<ChatId | null>('c1' as ChatId),
    beginnings: signal(0),
    messages: signal<readonly Message[]>([]),
    unreadLineSeq: signal(mark),
    headSeq: signal(0),
  };
  const isVisible = signal(true);
  const line = unreadLine(store, isVisible);
  line();
  store.headSeq.set(head);
  store.messages.set([aMessage({ seq: head })]);
  return { store, isVisible, line };
}

describe('unreadLine', () => {
  it('stands after what was read when the chat was opened, and stays there', () => {
    const { store, line } = aVisit(3, 5);
    expect(line()).toBe(3);
    store.unreadLineSeq.set(5);
    expect(line()).toBe(3);
  });

  it('moves to where reading begins anew, once the server has told', () => {
    const { store, line } = aVisit(3, 5);
    store.unreadLineSeq.set(4);
    store.headSeq.set(8);
    store.beginnings.set(1);
    expect(line()).toBe(4);
  });

  it('is not there when all was read, whatever comes while one watches', () => {
    const { store, line } = aVisit(5, 5);
    expect(line()).toBeNull();
    store.headSeq.set(6);
    expect(line()).toBeNull();
  });

  it('stands before what comes while the page is hidden', () => {
    const { store, isVisible, line } = aVisit(null, 5);
    expect(line()).toBeNull();
    isVisible.set(false);
    expect(line()).toBe(5);
    store.headSeq.set(7);
    isVisible.set(true);
    expect(line()).toBe(5);
  });

  it('is another one in another chat', () => {
    const { store, line } = aVisit(3, 5);
    expect(line()).toBe(3);
    store.unreadLineSeq.set(null);
    store.chatId.set('c2' as ChatId);
    expect(line()).toBeNull();
  });
});
