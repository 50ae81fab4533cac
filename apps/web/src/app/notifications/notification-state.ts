import type { Notification, NotificationPage, ReadNotifications } from '@app/contracts';
import type { Told } from '@app/web-realtime';

/** What is known of my list. */
export interface NotificationState {
  /** The newest first. */
  readonly items: readonly Notification[];
  /** Where those before them are; null: there are none. */
  readonly cursor: string | null;
  /** Of all, also of those that are not here. */
  readonly unread: number;
}

/** What the server says of it. */
export type NotificationNews = Extract<
  Told,
  { name: 'notification_created' | 'notifications_read' | 'notifications_removed' }
>;

const names: readonly string[] = [
  'notification_created',
  'notifications_read',
  'notifications_removed',
] satisfies readonly NotificationNews['name'][];

export const isOfList = (told: Told): told is NotificationNews => names.includes(told.name);

/** With what was heard: again, or after an answer that has it already, changes nothing. */
export function withNews(state: NotificationState, news: NotificationNews): NotificationState {
  const { unread } = news.event;
  switch (news.name) {
    case 'notification_created':
      return { ...state, unread, items: withOne(state, news.event.notification) };
    case 'notifications_read':
      return { ...state, unread, items: asRead(state.items, news.event.ids) };
    case 'notifications_removed': {
      const gone = new Set(news.event.ids);
      return { ...state, unread, items: state.items.filter(({ id }) => !gone.has(id)) };
    }
  }
}

/** With a page behind it; `state` is null before the first one. */
export function withPage(
  state: NotificationState | null,
  { items, page, unread }: NotificationPage,
): NotificationState {
  const known = state?.items ?? [];
  const ids = new Set(known.map(({ id }) => id));
  const behind = items.filter(({ id }) => !ids.has(id));
  return { items: [...known, ...behind], cursor: page.nextCursor, unread };
}

/** With what is read here, of which the server has said nothing yet. */
export function withRead(state: NotificationState, read: ReadNotifications): NotificationState {
  const { items, unread } = state;
  if ('all' in read) return { ...state, unread: 0, items: asRead(items, undefined) };
  const isNew = ({ id, isRead }: Notification) => !isRead && read.ids.includes(id);
  const left = unread - items.filter(isNew).length;
  return { ...state, unread: Math.max(0, left), items: asRead(items, read.ids) };
}

/** In the place that it has, or that is its own. Behind all that are here comes a page. */
function withOne({ items, cursor }: NotificationState, one: Notification) {
  if (items.some(({ id }) => id === one.id))
    return items.map((each) => (each.id === one.id ? one : each));
  const at = items.findIndex(({ createdAt }) => createdAt <= one.createdAt);
  if (at < 0) return cursor === null ? [...items, one] : items;
  return [...items.slice(0, at), one, ...items.slice(at)];
}

function asRead(items: readonly Notification[], ids: readonly string[] | undefined) {
  const read = ids && new Set(ids);
  const isRead = ({ id }: Notification) => !read || read.has(id);
  return items.map((each) => (isRead(each) ? { ...each, isRead: true } : each));
}
