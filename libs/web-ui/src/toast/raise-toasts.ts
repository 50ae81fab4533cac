/**
 * What toasts say is seen and said over a dialog that has just opened, too: dialogs are popovers,
 * of which the last one lies on top, and they hide from screen readers what stands beside them and
 * is none.
 */
export function raiseToasts(): void {
  // The last one is that of the application: others are shown by a page as what they look like.
  const stack = [...document.querySelectorAll<HTMLElement>('ui-toast-stack')].at(-1);
  if (!stack) return;
  // Beside dialogs, and not in the page that they hide.
  if (stack.parentElement !== document.body) document.body.append(stack);
  stack.setAttribute('popover', 'manual');
  stack.hidePopover();
  stack.showPopover();
}
