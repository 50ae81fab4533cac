/** Slots per block of the quiet ones. Stored data depends on it: never change. */
export const blockSize = 1024;

export const blockOf = (seq: number): number => Math.floor(seq / blockSize);

/** A stretch of a log: slots `afterSeq + 1` to `headSeq`. */
export interface Stretch {
  readonly afterSeq: number;
  readonly headSeq: number;
}

/** What of a chat is beyond a member's mark. What they may not see counts as read. */
export function stretchOf(
  { headSeq }: { readonly headSeq: number },
  member: { readonly lastReadSeq: number; readonly visibleFromSeq: number },
): Stretch {
  const afterSeq = Math.min(headSeq, Math.max(member.lastReadSeq, member.visibleFromSeq - 1));
  return { afterSeq, headSeq };
}

/** The blocks that hold the quiet slots of a stretch; none for an empty one. */
export function blocksOf({ afterSeq, headSeq }: Stretch): readonly number[] {
  if (afterSeq >= headSeq) return [];
  const first = blockOf(afterSeq + 1);
  return Array.from({ length: blockOf(headSeq) - first + 1 }, (_, i) => first + i);
}

/**
 * Messages of others in a stretch. `quiet`: the slots that are no such message (system messages,
 * deleted and hidden ones), each once, also from beyond the stretch. Own messages need no rule:
 * sending marks the chat read up to the sent one.
 */
export function countUnread({ afterSeq, headSeq }: Stretch, quiet: Iterable<number>): number {
  let unread = headSeq - afterSeq;
  for (const seq of quiet) if (seq > afterSeq && seq <= headSeq) unread--;
  return unread;
}

/** How many of these slots are in a stretch; none of the silent ones. */
export function countAmong(
  { afterSeq, headSeq }: Stretch,
  seqs: Iterable<number>,
  silent: ReadonlySet<number>,
): number {
  let count = 0;
  for (const seq of seqs) if (seq > afterSeq && seq <= headSeq && !silent.has(seq)) count++;
  return count;
}
