import { effect, untracked } from '@angular/core';

/** Keys in a row are one question. */
const PAUSE_MS = 200;

/**
 * Asks what is written, once the person has paused; a key before that makes it another question.
 * `isUrgent`: it waits for nobody's keys. Where effects may be made.
 */
export function whenTyped(
  question: () => string,
  ask: (question: string) => unknown,
  isUrgent: (question: string) => boolean = () => false,
): void {
  effect((onCleanup) => {
    const asked = question();
    const pause = untracked(() => isUrgent(asked)) ? 0 : PAUSE_MS;
    const timer = setTimeout(() => untracked(() => ask(asked)), pause);
    onCleanup(() => clearTimeout(timer));
  });
}
