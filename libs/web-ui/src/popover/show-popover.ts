import { createOverlayRef, createRepositionScrollStrategy } from '@angular/cdk/overlay';
import { ComponentPortal } from '@angular/cdk/portal';
import { afterNextRender, Injector, type Type } from '@angular/core';
import { besideAnchor } from '../dialog/beside-anchor';
import { DIALOG, DialogHandle } from '../dialog/dialog-handle';
import { isOfInputMethod } from '../input-method';
import type { PopoverRequest } from './popovers';
import { endsOfTabOrder } from './tab-order';

let opened = 0;

/** The part of `Popovers` that is loaded on first use; see there. */
export function showPopover<Result>(
  injector: Injector,
  component: Type<unknown>,
  { anchor, origin, label, data }: PopoverRequest,
): { readonly closed: Promise<Result | undefined>; readonly dismiss: () => void } {
  const overlay = createOverlayRef(injector, {
    panelClass: 'ui-popover-panel',
    disposeOnNavigation: true,
    scrollStrategy: createRepositionScrollStrategy(injector),
    ...besideAnchor(injector, anchor, origin),
  });
  const card = overlay.overlayElement;
  const { promise: closed, resolve } = Promise.withResolvers<Result | undefined>();
  const end = (result?: Result): void => {
    resolve(result);
    // Whoever pressed something else has the focus there, and keeps it.
    const { activeElement } = document;
    const isFocusOurs = card.contains(activeElement) || activeElement === document.body;
    overlay.dispose();
    anchor.setAttribute('aria-expanded', 'false');
    if (isFocusOurs) anchor.focus();
  };
  const handle = new DialogHandle<Result>(data, `ui-popover-title-${++opened}`, end);
  const providers = [{ provide: DIALOG, useValue: handle }];
  overlay.attach(
    new ComponentPortal(component, null, Injector.create({ providers, parent: injector })),
  );
  anchor.setAttribute('aria-expanded', 'true');
  nameAndFocus(injector, card, label);
  overlay.keydownEvents().subscribe((event) => leaveByKey(event, card, end));
  overlay.outsidePointerEvents().subscribe(({ target }) => {
    // A press on the anchor asks `Popovers`, which closes it.
    if (!anchor.contains(target as Node)) end();
  });
  overlay.detachments().subscribe(() => end());
  return { closed, dismiss: () => end() };
}

function nameAndFocus(injector: Injector, card: HTMLElement, label: string): void {
  card.setAttribute('role', 'dialog');
  card.setAttribute('aria-label', label);
  card.tabIndex = -1;
  const focus = (): void => {
    const first = endsOfTabOrder(card)?.first;
    // What can only be read scrolls by the keys of the card itself.
    if (!first) card.tabIndex = 0;
    (first ?? card).focus();
  };
  afterNextRender(focus, { injector });
}

/** Esc ends it, and so does Tab at either end: there is no way on from the end of the document. */
function leaveByKey(event: KeyboardEvent, card: HTMLElement, end: () => void): void {
  if (isOfInputMethod(event)) return;
  if (event.key === 'Tab') {
    const ends = endsOfTabOrder(card);
    const edge = event.shiftKey ? ends?.first : ends?.last;
    if (edge && edge !== document.activeElement) return;
  } else if (event.key !== 'Escape') {
    return;
  }
  event.preventDefault();
  end();
}
