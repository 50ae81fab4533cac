import { computed, Injectable, signal } from '@angular/core';

/** Chromium's event, which the types of the DOM do not know. */
interface InstallEvent extends Event {
  prompt(): Promise<unknown>;
}

/** The browser's offer to install the app: held back until the person takes it up, where we say. */
@Injectable({ providedIn: 'root' })
export class InstallOffer {
  private readonly event = signal<InstallEvent | null>(null);

  /** The browser would install it, and has not yet. */
  readonly isOpen = computed(() => this.event() !== null);

  constructor() {
    addEventListener('beforeinstallprompt', (event) => {
      event.preventDefault();
      this.event.set(event as InstallEvent);
    });
    addEventListener('appinstalled', () => this.event.set(null));
  }

  async accept(): Promise<void> {
    const event = this.event();
    // An offer can be taken up once, whatever the answer is.
    this.event.set(null);
    await event?.prompt();
  }
}
