import { computed, inject, Injectable, signal } from '@angular/core';
import { Session } from '@app/web-session';

const KEY = 'parley.first-run';

/** Whether a person who has just come is still being shown around, on this device. */
@Injectable({ providedIn: 'root' })
export class FirstRunMark {
  private readonly session = inject(Session);
  private readonly kept = signal(this.read());

  readonly isOpen = computed(() => this.kept() !== null && this.kept() === this.session.user()?.id);

  constructor() {
    // Only where the account was made: elsewhere one knows the place already.
    const id = this.session.user()?.id;
    if (id && this.session.isNew()) this.keep(id);
  }

  /** For good. */
  close(): void {
    this.keep(null);
  }

  private keep(id: string | null): void {
    this.kept.set(id);
    try {
      if (id === null) localStorage.removeItem(KEY);
      else localStorage.setItem(KEY, id);
    } catch {
      // SecurityError, QuotaExceededError: storage is off or full; it holds until the page closes.
    }
  }

  private read(): string | null {
    try {
      return localStorage.getItem(KEY);
    } catch {
      // SecurityError: storage is off in this browser.
      return null;
    }
  }
}
