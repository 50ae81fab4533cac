import { inject, Injectable, Injector } from '@angular/core';
import type { IconName } from '../icon/icons';

/** One line of a menu. `isChosen`: of several, this one is in force. */
export interface MenuItem<Id extends string = string> {
  readonly id: Id;
  readonly label: string;
  readonly icon?: IconName;
  readonly isDanger?: boolean;
  readonly isChosen?: boolean;
}

/** In pixels of the page that is seen, as events have it. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface MenuRequest<Id extends string = string> {
  /** What asked; the menu stands beside it, and the focus goes back to it. */
  readonly anchor: HTMLElement;
  /** Where a pointer asked: the menu stands there instead. */
  readonly at?: Point | undefined;
  readonly label: string;
  readonly items: readonly MenuItem<Id>[];
}

/** Opens menus. The overlay is loaded with the first one. */
@Injectable({ providedIn: 'root' })
export class Menus {
  private readonly injector = inject(Injector);
  private asked = 0;

  /** Resolves with the chosen line, or `undefined`: Esc, Tab, or a press beside it. */
  async open<Id extends string>(request: MenuRequest<Id>): Promise<Id | undefined> {
    const asked = ++this.asked;
    const { showMenu } = await import('./show-menu');
    // Asked again while its code was on its way: two presses are one, and the last wish counts.
    if (asked !== this.asked) return undefined;
    return showMenu(this.injector, request);
  }
}
