import { ErrorHandler, inject, Injectable } from '@angular/core';
import { NavigationError, Router } from '@angular/router';
import { Toasts } from '@app/web-ui';
import { isLostCode, problemWords } from '../problem-words';

/**
 * Code that comes when it is first needed may not come: there is no network, or a new release has
 * taken its place. Whoever asked for it is told here, as nobody else can do without it; the next
 * wish asks for it again. Each is a rejected promise that nobody catches, or a page not reached.
 * Every kind of page begins with it; what nobody has asked for is brought by `bring`.
 */
@Injectable({ providedIn: 'root' })
export class LostCode {
  private readonly toasts = inject(Toasts);

  constructor() {
    inject(Router).events.subscribe((event) => {
      if (event instanceof NavigationError) this.tell(event.error);
    });
    // It hears of whatever nobody catches. Not a class in its place, which the first load would
    // carry; nor a listener before its own, as a window calls them in the order of their coming.
    const handler = inject(ErrorHandler);
    const handle = handler.handleError.bind(handler);
    handler.handleError = (error) => {
      if (!this.tell(error)) handle(error);
    };
  }

  private tell(error: unknown): boolean {
    const isLost = isLostCode(error);
    if (isLost) this.toasts.warn(problemWords(error));
    return isLost;
  }
}
