import { afterNextRender, DestroyRef, ElementRef, inject, type Signal } from '@angular/core';
import { filesOf } from '@app/web-ui';
import { asOffered, type Offered } from './attachments';

/**
 * Files that are pasted on a page while nobody writes anywhere: in a field a paste belongs to the
 * field, and in a dialog to what it asks. Called where an element is made.
 */
export function filePastes(
  take: (offered: readonly Offered[]) => void,
  mayTake: Signal<boolean>,
): void {
  const host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  const destroyed = inject(DestroyRef);
  const paste = (event: ClipboardEvent): void => {
    if (!mayTake() || !isOfPage(event.target, host)) return;
    const files = filesOf(event);
    if (files.length === 0) return;
    event.preventDefault();
    take(asOffered(files));
  };
  afterNextRender(() => {
    document.addEventListener('paste', paste);
    destroyed.onDestroy(() => document.removeEventListener('paste', paste));
  });
}

/** Where nothing has the focus a browser pastes into the body. */
function isOfPage(target: EventTarget | null, host: HTMLElement): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target !== document.body && !host.contains(target)) return false;
  return !target.matches('input, textarea, [contenteditable]');
}
