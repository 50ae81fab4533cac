import { computed, effect, signal, untracked, type Signal } from '@angular/core';
import type { Call, UserId } from '@app/contracts';

/** `order`: whose turn it is, from 1. `newest`: who has raised theirs just now, and not me. */
export interface RaisedHands {
  readonly order: Signal<ReadonlyMap<UserId, number>>;
  readonly newest: Signal<UserId | null>;
}

/** Places in the order of hands, from 1; of who has none up: nothing. */
export function handsOf({ parties }: Pick<Call, 'parties'>): ReadonlyMap<UserId, number> {
  const raised = parties.flatMap(({ userId, handAt }) => (handAt ? [{ userId, handAt }] : []));
  raised.sort((a, b) => a.handAt.localeCompare(b.handAt));
  return new Map(raised.map(({ userId }, at) => [userId, at + 1]));
}

/** The hands in a call. Where effects may be made. */
export function raisedHands(call: Signal<Call>, me: UserId): RaisedHands {
  const order = computed(() => handsOf(call()));
  const newest = signal<UserId | null>(null);
  let before: ReadonlyMap<UserId, number> = new Map();
  effect(() => {
    const now = order();
    const raised = [...now.keys()].filter((userId) => userId !== me && !before.has(userId));
    const said = untracked(newest);
    if (raised.length > 0) newest.set(raised.at(-1)!);
    else if (said && !now.has(said)) newest.set(null);
    before = now;
  });
  return { order, newest: newest.asReadonly() };
}
