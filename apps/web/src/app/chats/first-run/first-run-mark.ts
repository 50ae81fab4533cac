import { computed, inject, Injectable, signal } from '@angular/core';
import { deviceStorage, Session } from '@app/web-session';

const KEY = 'parley.first-run';

/** Whether a person who has just come is still being shown around, on this device. */
@Injectable({ providedIn: 'root' })
export class FirstRunMark {
  private readonly session = inject(Session);
  private readonly kept = signal(deviceStorage.read(KEY) ?? null);

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
    deviceStorage.write(KEY, id);
  }
}
