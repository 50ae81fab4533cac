import { Injectable, signal } from '@angular/core';

/** Chromium's event, which the types of the DOM do not know. */
interface InstallPrompt extends Event {
  prompt(): Promise<unknown>;
}

/** The browser's offer to install the app: held back until the person asks for it in the menu. */
@Injectable({ providedIn: 'root' })
export class InstallOffer {
  private readonly prompt = signal<InstallPrompt | null>(null);
  /** The offer, once it was made; null: there is none, or it was taken. */
  readonly held = this.prompt.asReadonly();

  constructor() {
    addEventListener('beforeinstallprompt', (event) => {
      event.preventDefault();
      this.prompt.set(event as InstallPrompt);
    });
  }

  /** Shows it. A browser takes the answer once. */
  async take(): Promise<void> {
    await this.prompt()?.prompt();
    this.prompt.set(null);
  }
}
