import { Component, computed, DestroyRef, ElementRef, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Notification } from '@app/contracts';
import { Avatar, Button, EmptyState, KeepFocus, Skeleton, TIME_LOCALE } from '@app/web-ui';
import { titleOf } from '../chats/chat-list/last-line';
import { plainText } from '../chats/markup/plain-text';
import { PageHeader } from '../chats/page-header/page-header';
import { PeopleNames } from '../chats/people-names';
import { ChatClient } from '../data-access/chat-client';
import { ChatStore } from '../data-access/chat-store';
import { ChatSync } from '../data-access/chat-sync';
import { PeopleFinder } from '../data-access/people-finder';
import { stepThrough } from '../search/step-through';
import { DeviceAges } from '../settings/devices/device-ages';
import { DesktopNotes } from './desktop-notes';
import { NotificationStore } from './notification-store';
import { notificationTexts } from './notification-texts';

const MINUTE_MS = 60_000;

/** `/notifications`: what was meant for me, the newest first; each leads to its place. */
@Component({
  selector: 'app-notifications-page',
  imports: [Avatar, Button, EmptyState, KeepFocus, PageHeader, RouterLink, Skeleton],
  templateUrl: './notifications-page.html',
  styleUrls: [
    '../chats/page-header/page-frame.css',
    '../chats/page-header/linked-rows.css',
    './notifications-page.css',
  ],
  host: { class: 'beside', '(keydown)': 'step($event)' },
})
export class NotificationsPage {
  protected readonly store = inject(NotificationStore);
  protected readonly desktop = inject(DesktopNotes);
  private readonly chats = inject(ChatStore).chats;
  private readonly client = inject(ChatClient);
  private readonly names = inject(PeopleNames);
  private readonly ages = inject(DeviceAges);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly days = new Intl.DateTimeFormat(inject(TIME_LOCALE)(), {
    dateStyle: 'medium',
    timeStyle: 'short',
  });
  protected readonly texts = notificationTexts;
  private readonly minute = signal(0);
  private readonly titles = computed(
    () => new Map(this.chats().map((chat) => [chat.id, titleOf(chat)])),
  );
  protected readonly rows = computed(() => {
    this.minute();
    return this.store.items().map((one) => this.rowOf(one));
  });

  constructor() {
    void this.store.look();
    const ids = () => this.store.items().map(({ fromId }) => fromId);
    new PeopleFinder(this.client, inject(ChatSync).archive).follow(ids);
    const timer = setInterval(() => this.minute.update((passed) => passed + 1), MINUTE_MS);
    inject(DestroyRef).onDestroy(() => clearInterval(timer));
  }

  protected step(event: KeyboardEvent): void {
    stepThrough(event, this.host);
  }

  private rowOf(one: Notification) {
    const { id, chatId, seq, fromId, kind, createdAt, isRead } = one;
    return {
      id,
      isRead,
      fromId,
      createdAt,
      link: ['/c', chatId, seq],
      name: this.names.of(fromId),
      picture: this.client.state().people.get(fromId)?.avatar,
      chat: this.titles().get(chatId) ?? '',
      what: notificationTexts.kinds[kind],
      emoji: one.emoji ?? '',
      words: plainText(one.text),
      age: this.ages.ago(createdAt) ?? notificationTexts.justNow,
      when: this.days.format(new Date(createdAt)),
    };
  }
}
