import { computed, inject, Injectable, signal } from '@angular/core';
import { defaultSettings, type UserSettings } from '@app/contracts';
import { Session } from '@app/web-session';
import { problemWords } from '../problem-words';

type Wish = Partial<UserSettings>;

/**
 * My wishes that the server keeps for all my devices: shown at once, sent one after the other, and
 * taken back where one is refused.
 */
@Injectable()
export class MySettings {
  private readonly session = inject(Session);
  private readonly waiting = signal<readonly Wish[]>([]);
  private last: Promise<void> = Promise.resolve();

  readonly all = computed<UserSettings>(() =>
    this.waiting().reduce<UserSettings>(
      (settings, wish) => ({ ...settings, ...wish }),
      this.session.user()?.settings ?? defaultSettings,
    ),
  );
  /** Why the last wish was not granted, in words; empty: it was. */
  readonly problem = signal('');

  /** Resolves when it is known whether it holds; never rejects. */
  wish(wish: Wish): Promise<void> {
    this.problem.set('');
    this.waiting.update((all) => [...all, wish]);
    this.last = this.last.then(() => this.send(wish));
    return this.last;
  }

  private async send(wish: Wish): Promise<void> {
    try {
      await this.session.updateProfile({ settings: wish });
    } catch (error) {
      // Refused, or no connection: the switch goes back, and the words say why.
      this.problem.set(problemWords(error));
    } finally {
      this.waiting.update((all) => all.filter((one) => one !== wish));
    }
  }
}
