import { ApplicationRef } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { applyEvent } from '@app/chat-state';
import type { ChatId, Message } from '@app/contracts';
import type { ConnectionNews } from '@app/web-realtime';
import { ChatClient } from '../../data-access/chat-client';
import { ada, aMessage } from '../testing/builders';
import { FakeChatStore, provideFakes } from '../testing/fake-chat-store';
import { PinnedMessages } from './pinned-messages';

const at = '2026-03-02T12:00:00.000Z';
const pinned = (seq: number, about: Partial<Message> = {}) =>
  aMessage({ seq, pinnedAt: at, ...about });

async function thePins(messages: readonly Message[]) {
  const store = new FakeChatStore();
  store.chatId.set(messages[0]?.chatId ?? ('c1' as ChatId));
  store.pinned.set(messages);
  const listeners = new Set<(news: ConnectionNews) => void>();
  const connection = {
    listen: (listener: (news: ConnectionNews) => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  TestBed.configureTestingModule({
    providers: [
      provideFakes(store),
      PinnedMessages,
      { provide: ChatClient, useValue: { ...store.client, connection } },
    ],
  });
  const pins = TestBed.inject(PinnedMessages);
  const come = async (): Promise<void> => {
    TestBed.tick();
    await TestBed.inject(ApplicationRef).whenStable();
  };
  await come();
  const hear = (news: ConnectionNews) => listeners.forEach((listener) => listener(news));
  const edited = (message: Message) =>
    hear({ kind: 'event', name: 'message_edited', event: message });
  return { pins, store, hear, edited, come, seqs: () => pins.items().map(({ seq }) => seq) };
}

describe('PinnedMessages', () => {
  it('lists the newest message first, and hears of pins that come and go', async () => {
    const { edited, seqs } = await thePins([pinned(3), pinned(7)]);
    expect(seqs()).toEqual([7, 3]);
    edited(pinned(5));
    expect(seqs()).toEqual([7, 5, 3]);
    const { pinnedAt: _, ...bare } = pinned(7, { rev: 99 });
    edited(bare);
    expect(seqs()).toEqual([5, 3]);
  });

  it('takes no older state for a newer one', async () => {
    const { edited, pins } = await thePins([pinned(3, { rev: 9, text: 'new' })]);
    edited(pinned(3, { rev: 8, text: 'old' }));
    expect(pins.items().map(({ text }) => text)).toEqual(['new']);
  });

  it('lets go of what is deleted, and of what I delete for myself, whatever comes of it', async () => {
    const { store, hear, edited, seqs } = await thePins([pinned(3), pinned(7)]);
    const { pinnedAt: _, ...bare } = pinned(7, { rev: 99, deletedAt: at });
    hear({ kind: 'event', name: 'message_deleted', event: bare });
    const hidden = { chatId: bare.chatId, seq: 3 };
    store.client.state.update((state) => applyEvent(state, 'message_hidden', hidden));
    expect(seqs()).toEqual([]);
    edited(pinned(3, { rev: 100, reactions: [{ emoji: '👍', userIds: [ada.id] }] }));
    expect(seqs()).toEqual([]);
  });

  it('asks anew when the line is back, and in another chat', async () => {
    const { store, hear, come, seqs } = await thePins([pinned(3)]);
    store.pinned.set([pinned(4)]);
    hear({ kind: 'ready' });
    await come();
    expect(seqs()).toEqual([4]);
    const chatId = 'c2' as ChatId;
    store.pinned.set([pinned(1, { chatId })]);
    store.chatId.set(chatId);
    await come();
    expect(seqs()).toEqual([1]);
  });
});
