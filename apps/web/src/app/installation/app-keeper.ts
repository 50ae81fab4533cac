import {
  createEnvironmentInjector,
  effect,
  EnvironmentInjector,
  inject,
  Injectable,
  untracked,
} from '@angular/core';
import { provideServiceWorker, SwUpdate } from '@angular/service-worker';
import { Browser } from '@app/web-session';
import { Toasts } from '@app/web-ui';
import { StorageTrouble } from '../data-access/storage-trouble';
import { installationTexts } from './installation-texts';
import { registerWorker } from './register-worker';

/** A page that stays open for days asks for a new version at most this often. */
const CHECK_EVERY_MS = 10 * 60_000;

/**
 * Has the browser keep the app, and tells of new versions. It never loads the page anew by itself:
 * drafts and the outbox outlive that, but a person in the middle of a sentence does not like it.
 */
@Injectable({ providedIn: 'root' })
export class AppKeeper {
  private readonly toasts = inject(Toasts);
  private readonly browser = inject(Browser);
  private readonly trouble = inject(StorageTrouble).trouble;
  private readonly injector = inject(EnvironmentInjector);
  private checkedAt = 0;
  private isStarted = false;

  constructor() {
    effect(() => {
      const trouble = this.trouble();
      if (trouble) untracked(() => this.toasts.warn(installationTexts.notKept[trouble]));
    });
  }

  /** May be asked for more than once: each way into the app does. */
  start(): void {
    if (this.isStarted) return;
    this.isStarted = true;
    // Plain HTTP on another machine than this has none.
    if (!('serviceWorker' in navigator)) return;
    void registerWorker(navigator.serviceWorker);
    // `SwUpdate` speaks with Angular's worker; registering is ours, see there.
    const own = createEnvironmentInjector([provideServiceWorker('')], this.injector);
    this.follow(own.get(SwUpdate));
  }

  /** `updates`: what the worker tells. */
  follow(updates: SwUpdate): void {
    updates.versionUpdates.subscribe(({ type }) => {
      if (type === 'VERSION_READY') this.offer(installationTexts.newVersion);
    });
    updates.unrecoverable.subscribe(() => this.offer(installationTexts.brokenVersion));
    this.checkedAt = this.browser.now();
    document.addEventListener('visibilitychange', () => this.check(updates));
  }

  private check(updates: SwUpdate): void {
    const now = this.browser.now();
    if (document.visibilityState === 'hidden' || now - this.checkedAt < CHECK_EVERY_MS) return;
    this.checkedAt = now;
    updates.checkForUpdate().catch(() => {
      // No network, or a worker that is being replaced: the next look asks again.
    });
  }

  private offer(text: string): void {
    const { reload } = installationTexts;
    this.toasts.offer(text, { label: reload, run: () => this.browser.reload() });
  }
}
