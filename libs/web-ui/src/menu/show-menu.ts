import { createOverlayRef, createRepositionScrollStrategy } from '@angular/cdk/overlay';
import { ComponentPortal } from '@angular/cdk/portal';
import type { Injector } from '@angular/core';
import { besideAnchor } from '../dialog/beside-anchor';
import { Menu } from './menu';
import type { MenuRequest } from './menus';

/** The part of `Menus` that is loaded on first use; see there. */
export function showMenu<Id extends string>(
  injector: Injector,
  { anchor, at, label, items }: MenuRequest<Id>,
): Promise<Id | undefined> {
  const overlay = createOverlayRef(injector, {
    hasBackdrop: true,
    backdropClass: 'ui-clear',
    panelClass: 'ui-popover-panel',
    // Its lines are about something on the page that was left: a dialog goes with it, too.
    disposeOnNavigation: true,
    scrollStrategy: createRepositionScrollStrategy(injector),
    ...besideAnchor(injector, anchor, at),
  });
  const menu = overlay.attach(new ComponentPortal(Menu));
  menu.setInput('label', label);
  menu.setInput('items', items);
  return new Promise((resolve) => {
    const end = (id?: string): void => {
      // The menu answers with ids of the items that it was given.
      resolve(id as Id | undefined);
      overlay.dispose();
      anchor.focus();
    };
    menu.instance.chosen.subscribe(end);
    menu.instance.dismissed.subscribe(() => end());
    overlay.backdropClick().subscribe(() => end());
    overlay.detachments().subscribe(() => resolve(undefined));
  });
}
