import { DestroyRef, effect, inject, type WritableSignal } from '@angular/core';
import { EventType, Router } from '@angular/router';

/** What is said over a call can be reached while it fills the page, and nothing else. */
const BEHIND = 'app-root > :not(ui-toast-stack)';

/**
 * While `isWide`, `host` has the focus, and what is behind cannot be reached, whatever comes there.
 * Then the focus goes back to where it was. Who goes to another page wants to see that. Where
 * effects may be made.
 */
export function liesOverThePage(host: HTMLElement, isWide: WritableSignal<boolean>): void {
  let before: HTMLElement | null = null;
  effect((onCleanup) => {
    if (!isWide()) return;
    const { activeElement } = document;
    if (activeElement instanceof HTMLElement && !host.contains(activeElement))
      before = activeElement;
    const uncover = cover();
    host.focus();
    onCleanup(() => {
      uncover();
      giveBack(host, before);
    });
  });
  const turning = inject(Router).events.subscribe(({ type }) => {
    if (type === EventType.NavigationEnd) isWide.set(false);
  });
  inject(DestroyRef).onDestroy(() => turning.unsubscribe());
}

/** Until the returned function is called. */
function cover(): () => void {
  const mark = (isCovered: boolean) => {
    for (const child of document.querySelectorAll(BEHIND))
      child.toggleAttribute('inert', isCovered);
  };
  mark(true);
  const root = document.querySelector('app-root');
  const arrivals = new MutationObserver(() => mark(true));
  if (root) arrivals.observe(root, { childList: true });
  return () => {
    arrivals.disconnect();
    mark(false);
  };
}

/** Unless it is somewhere else by now: in a dialog, or where somebody has put it. */
function giveBack(host: HTMLElement, before: HTMLElement | null): void {
  const { activeElement } = document;
  const isLost = !activeElement || activeElement === document.body || host.contains(activeElement);
  if (isLost && before?.isConnected) before.focus({ preventScroll: true });
}
