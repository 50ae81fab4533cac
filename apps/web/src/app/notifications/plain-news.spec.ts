import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { adoptChatList, emptyState, meet } from '@app/chat-state';
import { defaultNotificationSettings, type Chat, type Message } from '@app/contracts';
import { aChat } from '@app/contracts/testing';
import { ada, aMessage, mira } from '../chats/testing/builders';
import { ChatClient } from '../data-access/chat-client';
import { PlainNews } from './plain-news';

const { settings } = aChat();
const of = (about: Partial<Message> = {}) => aMessage({ seq: 2, senderId: mira.id, ...about });

/** Ada's chat of several, in which she has read one message. */
function plainNews(about: Partial<Chat> = {}, status: 'online' | 'dnd' = 'online') {
  const chat = aChat({ id: of().chatId, headSeq: 1, headRev: 1, lastReadSeq: 1, ...about });
  const known = meet(adoptChatList(emptyState(ada), [chat]), [{ ...ada, status }]);
  const client = { me: ada, state: signal(known) };
  TestBed.configureTestingModule({ providers: [{ provide: ChatClient, useValue: client }] });
  return TestBed.inject(PlainNews);
}

describe('PlainNews', () => {
  it('is an alert, as the server would push it', () => {
    expect(plainNews().isAlert(of(), defaultNotificationSettings)).toBe(true);
  });

  it.each([
    ['her own', of({ senderId: ada.id })],
    ['what she has read', of({ seq: 1 })],
    ['what is deleted', of({ deletedAt: of().createdAt })],
    ['what the chat says of itself', of({ kind: 'system' })],
    // Its entry of the list alerts.
    ['what names her', of({ text: `Look, @${ada.username}` })],
    ['what calls everybody', of({ text: '@here lunch' })],
  ])('is none of %s', (_, message) => {
    expect(plainNews().isAlert(message, defaultNotificationSettings)).toBe(false);
  });

  it.each([
    ['is muted', { ...settings, mutedUntil: '2100-01-01T00:00:00.000Z' }],
    ['is to tell of mentions only', { ...settings, level: 'mentions' as const }],
  ])('is none where the chat %s', (_, wish) => {
    const news = plainNews({ settings: wish });
    expect(news.isAlert(of(), defaultNotificationSettings)).toBe(false);
  });

  it('is none where she wants peace, or to hear only of what is meant for her', () => {
    expect(plainNews({}, 'dnd').isAlert(of(), defaultNotificationSettings)).toBe(false);
    TestBed.resetTestingModule();
    const news = plainNews();
    const about = { ...defaultNotificationSettings, plainAlerts: false };
    expect(news.isAlert(of(), about)).toBe(false);
    const paused = { ...defaultNotificationSettings, pausedUntil: '2100-01-01T00:00:00.000Z' };
    expect(news.isAlert(of(), paused)).toBe(false);
  });

  it('makes one sound of many that come together', () => {
    const now = jest.spyOn(performance, 'now').mockReturnValue(10_000);
    const news = plainNews();
    expect([news.takeSound(), news.takeSound()]).toEqual([true, false]);
    now.mockReturnValue(12_000);
    expect(news.takeSound()).toBe(true);
    now.mockRestore();
  });
});
