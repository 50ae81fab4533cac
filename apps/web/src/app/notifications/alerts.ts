import { inject, Injectable } from '@angular/core';
import {
  defaultNotificationSettings,
  type Message,
  type Notification,
  type NotificationSettings,
} from '@app/contracts';
import { isLineProblem, type ConnectionNews } from '@app/web-realtime';
import { titleOf } from '../chats/chat-list/last-line';
import { chatTexts } from '../chats/chat-texts';
import { plainText } from '../chats/markup/plain-text';
import { PeopleNames } from '../chats/people-names';
import { Blocks } from '../data-access/blocks';
import { ChatClient } from '../data-access/chat-client';
import { ChatStore } from '../data-access/chat-store';
import { ChatWiring } from '../data-access/chat-wiring';
import { AlertClaims } from './alert-claims';
import { Chime } from './chime';
import { DesktopNotes, type DesktopNote } from './desktop-notes';
import { LookedAt } from './looked-at';
import { MailLanguage } from './mail-language';
import { notificationTexts } from './notification-texts';
import { PlainNews } from './plain-news';

/** How long a tab leaves it to the one that is looked at. */
const BEHIND_MS = 300;

/** What happened, as far as an alert tells of it. `id`: the same for an entry and its message. */
type Told = Pick<Notification, 'id' | 'chatId' | 'seq' | 'fromId' | 'text'> & {
  readonly kind?: Notification['kind'];
};

/** Where a window is open: a sound and a note of the desktop, in one of its tabs. */
@Injectable({ providedIn: 'root' })
export class Alerts {
  private readonly client = inject(ChatClient);
  private readonly rest = inject(ChatWiring).rest;
  private readonly store = inject(ChatStore);
  private readonly names = inject(PeopleNames);
  private readonly language = inject(MailLanguage);
  private readonly claims = inject(AlertClaims);
  private readonly lookedAt = inject(LookedAt);
  private readonly plain = inject(PlainNews);
  private readonly blocks = inject(Blocks);
  private readonly means = { chime: inject(Chime), notes: inject(DesktopNotes) };
  private settings: NotificationSettings = defaultNotificationSettings;

  constructor() {
    const { connection, lineState } = this.client;
    connection.listen((news) => this.hear(news));
    if (lineState.state() === 'online') void this.learn();
  }

  private hear(news: ConnectionNews): void {
    if (news.kind === 'ready') return void this.learn();
    if (news.kind !== 'event') return;
    if (news.name === 'notification_settings_changed') this.settings = news.event;
    if (news.name === 'notification_created' && news.event.isAlert)
      void this.alert(news.event.notification, () => true);
    if (news.name === 'new_message') this.hearMessage(news.event);
    if (news.name === 'read_state')
      void this.means.notes.takeBack(news.event.chatId, news.event.lastReadSeq);
  }

  private hearMessage(message: Message): void {
    const { chatId, seq, senderId, text } = message;
    // In a chat of several it is seen, and no more than that.
    if (this.blocks.known().has(senderId)) return;
    if (!this.plain.isAlert(message, this.settings)) return;
    const id = `${message.id}:${this.client.me.id}`;
    void this.alert({ id, chatId, seq, fromId: senderId, text }, () => this.plain.takeSound());
  }

  /** `maySound`: asked in the tab that alerts. */
  private async alert(about: Told, maySound: () => boolean): Promise<void> {
    const isSeen = this.lookedAt.isHere(about.chatId);
    const isMine = await this.claims.claim(about.id, document.hasFocus() ? 0 : BEHIND_MS);
    if (!isMine || isSeen || this.isRead(about)) return;
    if (await this.lookedAt.isAnywhere(about.chatId)) return;
    if (this.settings.sound && maySound()) this.means.chime.play();
    await this.means.notes.show(this.noteOf(about));
  }

  /** Meanwhile, on another device. Who was just added has a mark that says nothing of it. */
  private isRead({ chatId, seq, kind }: Told): boolean {
    const marks = this.client.state().chats.get(chatId)?.marks;
    return kind !== 'added' && (marks?.lastReadSeq ?? 0) >= seq;
  }

  /** As much as the person wants to have shown of a push: the same screen shows it. */
  private noteOf({ chatId, seq, fromId, kind, text }: Told): DesktopNote {
    const { push } = this.settings;
    const chat = this.store.chats().find(({ id }) => id === chatId);
    const names = new Set([this.names.of(fromId), chat ? titleOf(chat) : '']);
    const title = push === 'id-only' ? '' : [...names].filter(Boolean).join(' · ');
    const words = push === 'full' ? plainText(text) : '';
    const body = words || (kind ? notificationTexts.kinds[kind] : notificationTexts.message);
    return { title: title || chatTexts.brand, body, chatId, seq, cause: kind ?? 'message' };
  }

  private async learn(): Promise<void> {
    try {
      this.settings = await this.rest.request('GET', 'notifications/settings');
      await this.language.tell(this.settings);
      await this.blocks.list();
    } catch (error) {
      // The next time the line comes up asks again.
      if (!isLineProblem(error)) throw error;
    }
  }
}
