import { isOfInputMethod } from '@app/web-ui';

/**
 * Arrows lead from the field into what was found, through it and back; Home and End to its ends.
 * What can be reached is marked `data-found`.
 */
export function stepThrough(event: KeyboardEvent, host: HTMLElement): void {
  const step = { ArrowDown: 1, ArrowUp: -1, Home: -Infinity, End: Infinity }[event.key];
  if (step === undefined || isOfInputMethod(event)) return;
  const found = [...host.querySelectorAll<HTMLElement>('[data-found]')];
  const field = host.querySelector('input');
  const at = found.indexOf(event.target as HTMLElement);
  const isInField = event.target === field;
  // In the field Home and End are places of the text, and elsewhere arrows are others' keys.
  if (found.length === 0 || (at < 0 && !(isInField && step === 1))) return;
  event.preventDefault();
  const to = Math.min(found.length - 1, at + step);
  if (to < 0 && step === -1) field?.focus();
  else found[Math.max(0, to)]?.focus();
}
