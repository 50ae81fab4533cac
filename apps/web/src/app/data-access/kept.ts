import { linkedSignal, type Signal } from '@angular/core';

/** Things that are computed anew each time, kept by `keepEach`. */
export function kept<T extends object>(
  source: () => readonly T[],
  keyOf: (thing: T) => string,
): Signal<readonly T[]> {
  return linkedSignal<readonly T[], readonly T[]>({
    source,
    computation: (now, previous) => keepEach(previous?.value ?? [], now, keyOf),
  }).asReadonly();
}

/**
 * The things of `after`, each as the object that it was in `before` where both say the same: who
 * shows it need not look at it again. Where all are the same, it is `before` itself.
 */
export function keepEach<T extends object>(
  before: readonly T[],
  after: readonly T[],
  keyOf: (thing: T) => string,
  isSame: (a: T, b: T) => boolean = saysTheSame,
): readonly T[] {
  const known = new Map(before.map((thing) => [keyOf(thing), thing]));
  const kept = after.map((thing) => {
    const former = known.get(keyOf(thing));
    return former && isSame(former, thing) ? former : thing;
  });
  const isEqual = kept.length === before.length && kept.every((thing, at) => thing === before[at]);
  return isEqual ? before : kept;
}

/** Every part of the one is the same in the other; null is the same as null alone. */
export function saysTheSame<T extends object>(a: T | null, b: T | null): boolean {
  if (a === null || b === null) return a === b;
  const keys = Object.keys(a) as (keyof T)[];
  return keys.length === Object.keys(b).length && keys.every((key) => a[key] === b[key]);
}
