import type { WritableSignal } from '@angular/core';

/** Takes one in, or leaves it out, in the order in which they were chosen. */
export function choose<T>(chosen: WritableSignal<ReadonlySet<T>>, one: T, isChosen: boolean): void {
  chosen.update((before) => {
    const after = new Set(before);
    if (isChosen) after.add(one);
    else after.delete(one);
    return after;
  });
}
