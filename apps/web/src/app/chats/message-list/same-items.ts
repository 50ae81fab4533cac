import { keepEach, saysTheSame } from '../../data-access/kept';
import type { MessageItem, TimelineItem } from './timeline-items';

/** The items of `after`, each as the object that it was in `before` where that says the same. */
export function keepSame(
  before: readonly TimelineItem[],
  after: readonly TimelineItem[],
): readonly TimelineItem[] {
  return keepEach(before, after, ({ key }) => key, isSame);
}

function isSame(a: TimelineItem, b: TimelineItem): boolean {
  if (a.kind === 'message' && b.kind === 'message') return isSameMessage(a, b);
  if (a.kind === 'system' && b.kind === 'system') return a.message === b.message;
  return a.kind === b.kind;
}

function isSameMessage(a: MessageItem, b: MessageItem): boolean {
  return (
    a.message === b.message &&
    a.entry === b.entry &&
    a.text === b.text &&
    a.sentAt === b.sentAt &&
    a.isFirst === b.isFirst &&
    a.delivery === b.delivery &&
    saysTheSame(a.author, b.author) &&
    saysTheSame(a.quote, b.quote)
  );
}
