import { effect, inject, PendingTasks, signal, type Signal } from '@angular/core';
import { isLineProblem } from '@app/web-realtime';

/**
 * What `load` brings of the present `key`; null until then, without a key, and when it does not
 * come. Not by a `resource`: the first load has none, and would have to bring what that is made of.
 */
export function loaded<K, T>(
  key: () => K | undefined,
  load: (key: K) => Promise<T>,
): Signal<T | null> {
  const tasks = inject(PendingTasks);
  const value = signal<T | null>(null);
  effect((onCleanup) => {
    const wanted = key();
    let isOver = false;
    onCleanup(() => (isOver = true));
    value.set(null);
    if (wanted === undefined) return;
    tasks.run(async () => {
      try {
        const found = await load(wanted);
        if (!isOver) value.set(found);
      } catch (error) {
        // The page is as good without it: nobody has asked for more.
        if (!isLineProblem(error)) throw error;
      }
    });
  });
  return value.asReadonly();
}
