import type { OneCall } from './call.js';
import { directNews } from './direct-news.js';
import { groupNews } from './group-news.js';
import type { News } from './news.js';

/** What became of a call, for the devices that it concerns, in order. A new one has no `before`. */
export function newsOf(before: OneCall | undefined, after: OneCall): News[] {
  if (before === after) return [];
  return after.kind === 'group' ? groupNews(before, after) : directNews(before, after);
}
