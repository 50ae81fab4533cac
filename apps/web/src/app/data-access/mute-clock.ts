import { computed, effect, signal, type Signal } from '@angular/core';
import type { ClientState } from '@app/chat-state';

/** Timers count in 32 bits: what is farther off is looked at again then. */
const LONGEST_MS = 2 ** 31 - 1;

/**
 * The time, as far as muting goes: it moves on when the next mute ends, so that what is computed
 * from it shows that at once. Called where effects may be made.
 */
export function muteClock(state: Signal<ClientState>, now: () => Date): Signal<Date> {
  const moment = signal(now());
  const next = computed(() => nextEnd(state(), moment().toISOString()));
  effect((onCleanup) => {
    // Even for the same end: a timer may be early, or have been too short for it.
    moment();
    const end = next();
    if (end === null) return;
    const waitMs = Math.min(Date.parse(end) - now().getTime(), LONGEST_MS);
    const timer = setTimeout(() => moment.set(now()), waitMs);
    onCleanup(() => clearTimeout(timer));
  });
  return moment.asReadonly();
}

function nextEnd({ chats }: ClientState, after: string): string | null {
  let next: string | null = null;
  for (const { info } of chats.values()) {
    const end = info?.settings.mutedUntil ?? null;
    if (end !== null && end > after && (next === null || end < next)) next = end;
  }
  return next;
}
