import { computed, DestroyRef, inject, Injectable, signal } from '@angular/core';
import {
  defaultNotificationSettings,
  type NotificationSettings,
  type NotificationSettingsPatch,
} from '@app/contracts';
import { Session } from '@app/web-session';
import { ChatClient } from '../../data-access/chat-client';
import { problemWords } from '../../problem-words';

/** How I want to be told: shown at once, sent one after the other, taken back where refused. */
@Injectable()
export class MyNotifications {
  private readonly rest = inject(Session).rest;
  private readonly stored = signal<NotificationSettings | null>(null);
  private readonly waiting = signal<readonly NotificationSettingsPatch[]>([]);
  private last: Promise<void> = Promise.resolve();

  /** False until the server has told them. */
  readonly isKnown = computed(() => this.stored() !== null);
  readonly all = computed<NotificationSettings>(() =>
    this.waiting().reduce<NotificationSettings>(
      (settings, wish) => ({ ...settings, ...wish }),
      this.stored() ?? defaultNotificationSettings,
    ),
  );
  /** Why the last wish was not granted, in words; empty: it was. */
  readonly problem = signal('');

  constructor() {
    const stop = inject(ChatClient).connection.listen((news) => {
      // Wished in another tab, or on another device; of a wish of this page it is the answer, too.
      if (news.kind === 'event' && news.name === 'notification_settings_changed')
        this.stored.set(news.event);
    });
    inject(DestroyRef).onDestroy(stop);
  }

  /** Never rejects. */
  async load(): Promise<void> {
    await this.ask(() => this.rest.request('GET', 'notifications/settings'));
  }

  /** Resolves when it is known whether it holds; never rejects. */
  wish(wish: NotificationSettingsPatch): Promise<void> {
    this.problem.set('');
    this.waiting.update((all) => [...all, wish]);
    this.last = this.last.then(async () => {
      await this.ask(() => this.rest.request('PUT', 'notifications/settings', { body: wish }));
      this.waiting.update((all) => all.filter((one) => one !== wish));
    });
    return this.last;
  }

  private async ask(request: () => Promise<NotificationSettings>): Promise<void> {
    try {
      this.stored.set(await request());
    } catch (error) {
      // Refused, or no connection: what is shown goes back, and the words say why.
      this.problem.set(problemWords(error));
    }
  }
}
