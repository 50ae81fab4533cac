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
  line();
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
    line();
    store.headSeq.set(7);
    expect(line()).toBe(5);
    isVisible.set(true);
    expect(line()).toBe(5);
  });

  it('stays where it is for who was away while nothing came', () => {
    const { store, isVisible, line } = aVisit(3, 5);
    isVisible.set(false);
    expect(line()).toBe(3);
    isVisible.set(true);
    expect(line()).toBe(3);
    store.headSeq.set(6);
    expect(line()).toBe(3);
  });

  it('is not there for what comes after one was away', () => {
    const { store, isVisible, line } = aVisit(null, 5);
    isVisible.set(false);
    line();
    isVisible.set(true);
    expect(line()).toBeNull();
    store.headSeq.set(6);
    expect(line()).toBeNull();
  });

  it('stands before all that comes while the page is hidden, however it comes', () => {
    const { store, isVisible, line } = aVisit(null, 5);
    isVisible.set(false);
    line();
    for (const head of [6, 7, 8]) {
      store.headSeq.set(head);
      expect(line()).toBe(5);
    }
  });

  it('is another one in another chat', () => {
    const { store, line } = aVisit(3, 5);
    expect(line()).toBe(3);
    store.unreadLineSeq.set(null);
    store.chatId.set('c2' as ChatId);
    expect(line()).toBeNull();
  });
});
