import { computed, signal, type Signal } from '@angular/core';
import type { ClientState } from '@app/chat-state';

/** A welcome that takes longer than this will not be waited for. */
const PATIENCE_MS = 3000;

/**
 * Whether the list can be drawn. A new account gets its notes a moment after it was made: an empty
 * list in between would say that there is nothing, and then jump.
 */
export function firstRows(source: {
  readonly state: Signal<ClientState>;
  readonly isListed: Signal<boolean>;
  readonly isNew: boolean;
}): Signal<boolean> {
  if (!source.isNew) return source.isListed;
  const isLate = signal(false);
  setTimeout(() => isLate.set(true), PATIENCE_MS);
  return computed(() => (source.isListed() && hasChats(source.state())) || isLate());
}

function hasChats({ chats }: ClientState): boolean {
  return [...chats.values()].some(({ info }) => info !== null);
}
