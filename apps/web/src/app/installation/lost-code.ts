import { inject, Injectable } from '@angular/core';
import { NavigationError, Router } from '@angular/router';
import { Toasts } from '@app/web-ui';
import { installationTexts } from './installation-texts';

/**
 * Code that comes when it is first needed may not come: there is no network, or a new release has
 * taken its place. Whoever asked for it is told here, as nobody else can do without it; the next
 * wish asks for it again. Each is a rejected promise that nobody catches, or a page not reached.
 */
@Injectable({ providedIn: 'root' })
export class LostCode {
  private readonly toasts = inject(Toasts);

  constructor() {
    inject(Router).events.subscribe((event) => {
      if (event instanceof NavigationError) this.tell(event.error);
    });
    // Before the listeners that call it a mistake.
    const capture = true;
    addEventListener('unhandledrejection', (event) => this.take(event), { capture });
  }

  private take(event: PromiseRejectionEvent): void {
    if (!this.tell(event.reason)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }

  private tell(error: unknown): boolean {
    const isLost = isLostCode(error);
    if (isLost) this.toasts.warn(installationTexts.notLoaded);
    return isLost;
  }
}

/** An import that failed is a TypeError, as many mistakes are: only its words tell them apart. */
export function isLostCode(error: unknown): boolean {
  return error instanceof TypeError && /import(ed|ing)\b.*\bmodule\b/i.test(error.message);
}
