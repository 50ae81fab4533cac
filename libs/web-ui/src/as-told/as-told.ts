import { afterNextRender, inject, Injector } from '@angular/core';

/**
 * A native control shows a change before anybody has agreed to it. Calling what this returns makes
 * it show again what it is told, as `show` sets it, once those who heard of the change have had
 * their say: so what was chosen in vain goes back by itself. Made where one may inject.
 */
export function asTold<Control>(show: (control: Control) => void): (control: Control) => void {
  const injector = inject(Injector);
  return (control) => void afterNextRender(() => show(control), { injector });
}
