import type { ChangePage, Message, MessagePage } from '@app/contracts';
import type { LogChanges, LogPage, Window } from './log/log-reader.js';

/**
 * `items`: the slots of the page as the reader sees them. `hasMore`: there are newer ones after
 * `afterSeq`, and older ones in every other case; `nextCursor` is the position to go on from.
 */
export function messagePage(
  { slots, head }: LogPage,
  { afterSeq, visibleFromSeq }: Window,
  items: Message[],
): MessagePage {
  const firstSeq = slots[0]?.seq ?? 0;
  const lastSeq = slots.at(-1)?.seq ?? 0;
  const isForward = afterSeq !== undefined;
  const hasMore = slots.length > 0 && (isForward ? lastSeq < head.seq : firstSeq > visibleFromSeq);
  return {
    items,
    page: {
      nextCursor: hasMore ? String(isForward ? lastSeq : firstSeq) : null,
      hasMore,
      firstSeq,
      lastSeq,
      headSeq: head.seq,
      headRev: head.rev,
      visibleFromSeq,
    },
  };
}

/** `items`: those of the changes that the reader may see. */
export function changePage(
  { toRev, head }: LogChanges,
  afterRev: number,
  items: Message[],
): ChangePage {
  const hasMore = toRev < head.rev;
  return {
    items,
    page: {
      nextCursor: hasMore ? String(toRev) : null,
      hasMore,
      afterRev,
      toRev,
      headSeq: head.seq,
      headRev: head.rev,
    },
  };
}
