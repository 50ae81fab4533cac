/**
 * Where one change of size led to another, the rest is observed in the next frame. A browser tells
 * that as an error event of the window, though nothing is lost:
 * https://www.w3.org/TR/resize-observer/#deliver-resize-error. Whoever listens after this does not
 * hear of it; every other error goes on.
 */
export function hushLateResizes(target: EventTarget): void {
  target.addEventListener('error', (event) => {
    if (event instanceof ErrorEvent && event.message.startsWith('ResizeObserver loop'))
      event.stopImmediatePropagation();
  });
}
