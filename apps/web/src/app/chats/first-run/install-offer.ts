import { Injectable, signal } from '@angular/core';

/** What Chromium sends when it would install the page as an app; TypeScript does not know it. */
interface InstallEvent extends Event {
  prompt(): Promise<{ readonly outcome: 'accepted' | 'dismissed' }>;
}

/** The browser's offer to install the page as an app; made as soon as the list is there. */
@Injectable({ providedIn: 'root' })
export class InstallOffer {
  private readonly event = signal<InstallEvent | null>(null);

  /** The browser would install it, and has not yet. */
  readonly isOpen = () => this.event() !== null;

  constructor() {
    addEventListener('beforeinstallprompt', (event) => {
      // It is offered where it belongs, not in a bar over the page.
      event.preventDefault();
      this.event.set(event as InstallEvent);
    });
    addEventListener('appinstalled', () => this.event.set(null));
  }

  async accept(): Promise<void> {
    const event = this.event();
    if (!event) return;
    // An offer can be taken up once, whatever the answer is.
    this.event.set(null);
    await event.prompt();
  }
}
