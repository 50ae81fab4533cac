import type { Page } from '../../data-access/paged-search';
import type { ChatsIRun } from './chats-i-run';

/** Asks for a page together with what its chats are called: a row does not change its words. */
export function withChatNames<T>(
  chats: ChatsIRun,
  ask: (cursor?: string) => Promise<Page<T>>,
): (cursor?: string) => Promise<Page<T>> {
  return async (cursor) => {
    const [page] = await Promise.all([ask(cursor), chats.load()]);
    return page;
  };
}
