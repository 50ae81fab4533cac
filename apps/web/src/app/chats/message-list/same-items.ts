import type { MessageItem, TimelineItem } from './timeline-items';

/**
 * The items of `after`, each as the object that it was in `before` where that says the same: such a
 * row is not drawn again. Where all are the same, it is `before` itself.
 */
export function keepSame(
  before: readonly TimelineItem[],
  after: readonly TimelineItem[],
): readonly TimelineItem[] {
  const known = new Map(before.map((item) => [item.key, item]));
  const kept = after.map((item) => {
    const former = known.get(item.key);
    return former && isSame(former, item) ? former : item;
  });
  const isEqual = kept.length === before.length && kept.every((item, i) => item === before[i]);
  return isEqual ? before : kept;
}

function isSame(a: TimelineItem, b: TimelineItem): boolean {
  if (a.kind === 'message' && b.kind === 'message') return saysTheSame(a, b);
  if (a.kind === 'system' && b.kind === 'system') return a.message === b.message;
  return a.kind === b.kind;
}

function saysTheSame(a: MessageItem, b: MessageItem): boolean {
  return (
    a.message === b.message &&
    a.entry === b.entry &&
    a.text === b.text &&
    a.sentAt === b.sentAt &&
    a.isFirst === b.isFirst &&
    a.delivery === b.delivery &&
    isShallowEqual(a.author, b.author) &&
    isShallowEqual(a.quote, b.quote)
  );
}

function isShallowEqual<T extends object>(a: T | null, b: T | null): boolean {
  if (a === null || b === null) return a === b;
  const keys = Object.keys(a) as (keyof T)[];
  return keys.length === Object.keys(b).length && keys.every((key) => a[key] === b[key]);
}
