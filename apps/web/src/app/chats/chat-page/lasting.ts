import { effect, signal, type Signal } from '@angular/core';

/** True once the other one has been true for so long; false with it. Where effects may be made. */
export function lasting(isNow: Signal<boolean>, ms: number): Signal<boolean> {
  const isLasting = signal(false);
  effect((onCleanup) => {
    if (!isNow()) return isLasting.set(false);
    const timer = setTimeout(() => isLasting.set(true), ms);
    onCleanup(() => clearTimeout(timer));
  });
  return isLasting.asReadonly();
}
