import { afterRenderEffect, inject, untracked, type Signal } from '@angular/core';
import { saidInShort } from '../said-in-short';
import { LiveLines } from './live-lines';
import { seqOf, type TimelineItem } from './timeline-items';

/** More at once are a flood: then the newest ones are said. */
const MAX_SAID = 3;

/**
 * The log's own live region would read rows that scrolling brings in: so it is off, and each new
 * message of somebody else is said once, here. Called where effects may be made.
 */
export function sayNewMessages(
  items: Signal<readonly TimelineItem[]>,
  hasNewer: Signal<boolean>,
): void {
  const lines = inject(LiveLines);
  let saidUpTo: number | null = null;
  afterRenderEffect(() => {
    const newestSeq = items().reduce((max, item) => Math.max(max, seqOf(item)), 0);
    const fresh = items().filter((item) => saidUpTo !== null && seqOf(item) > saidUpTo);
    if (!untracked(hasNewer)) saidUpTo = Math.max(saidUpTo ?? 0, newestSeq);
    for (const item of fresh.slice(-MAX_SAID)) say(lines, item);
  });
}

function say(lines: LiveLines, item: TimelineItem): void {
  if (item.kind !== 'message' || item.delivery !== null) return;
  const { author, message } = item;
  if (message && !message.deletedAt) lines.say(`${author.name}: ${saidInShort(message)}`);
}
