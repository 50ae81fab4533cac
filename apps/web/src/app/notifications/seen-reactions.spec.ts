import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { ChatId, Notification } from '@app/contracts';
import { ChatClient } from '../data-access/chat-client';
import { NotificationStore } from './notification-store';
import { SeenReactions } from './seen-reactions';
import { aNotification } from './testing/a-notification';

const aReaction = (minute: number, about: Partial<Notification> = {}) =>
  aNotification(minute, { id: `r${minute}`, kind: 'reaction', ...about });

const other = 'c2' as ChatId;

/** The list of somebody who has this chat open; what is read stays unread where it is refused. */
function looking(at: ChatId | null, items: readonly Notification[], { isRefused = false } = {}) {
  const openId = signal(at);
  const state = signal('online');
  const list = signal(items);
  const read: string[][] = [];
  const take = (ids: string[]) => {
    read.push(ids);
    const isNow = ({ id, isRead }: Notification) => isRead || (!isRefused && ids.includes(id));
    list.update((all) => all.map((one) => ({ ...one, isRead: isNow(one) })));
    return Promise.resolve();
  };
  TestBed.configureTestingModule({
    providers: [
      { provide: ChatClient, useValue: { openId, lineState: { state } } },
      { provide: NotificationStore, useValue: { items: list, read: take } },
    ],
  });
  TestBed.inject(SeenReactions);
  TestBed.tick();
  return { openId, state, list, read };
}

describe('SeenReactions', () => {
  it('reads what is made of messages of the open chat, and nothing else of it', () => {
    const { list, read } = looking('c1' as ChatId, [
      aNotification(4),
      aReaction(3, { isRead: true }),
      aReaction(2, { chatId: other }),
      aReaction(1),
    ]);
    expect(read).toEqual([['r1']]);
    list.update((all) => [aReaction(5), ...all]);
    TestBed.tick();
    expect(read).toEqual([['r1'], ['r5']]);
  });

  it('waits until the chat is opened', () => {
    const { openId, read } = looking(null, [aReaction(1), aReaction(2, { chatId: other })]);
    expect(read).toEqual([]);
    openId.set(other);
    TestBed.tick();
    expect(read).toEqual([['r2']]);
  });

  it('tries what was refused again when the line is back, and not before', () => {
    const { state, list, read } = looking('c1' as ChatId, [aReaction(1)], { isRefused: true });
    list.update((all) => [...all]);
    TestBed.tick();
    expect(read).toEqual([['r1']]);
    for (const next of ['offline', 'online']) {
      state.set(next);
      TestBed.tick();
    }
    expect(read).toEqual([['r1'], ['r1']]);
  });
});
