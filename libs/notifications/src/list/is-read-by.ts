import type { NotificationDocument } from './notification.schema.js';

/**
 * Whether a read mark of its chat has read an entry. Who comes into a chat has the mark of their
 * coming, which says nothing of whether they know. A reaction is made of a message that its author
 * has read long since: it takes a mark that rose after the reaction came, beyond `unreadAfter`.
 */
export function isReadBy(
  { kind, seq, unreadAfter }: Pick<NotificationDocument, 'kind' | 'seq' | 'unreadAfter'>,
  mark: number,
): boolean {
  if (kind === 'added') return mark > seq;
  return unreadAfter === undefined ? mark >= seq : mark > unreadAfter;
}
