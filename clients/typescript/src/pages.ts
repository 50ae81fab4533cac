import type { Api } from './generated/sdk.gen.js';
import type { Message, PageInfo } from './generated/types.gen.js';

/** A page of any list. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly page: Pick<PageInfo, 'nextCursor' | 'hasMore'>;
}

/** What asks for a page: the first without a `cursor`. */
export interface PageQuery {
  readonly cursor?: string;
  readonly limit: number;
}

/**
 * All of a list that is paged by cursor, asked for as it is read:
 * `for await (const user of itemsOf((query) => api.adminUsers.list({ query })))`.
 */
export async function* itemsOf<Item>(
  ask: (query: PageQuery) => Promise<Page<Item>>,
  limit = 100,
): AsyncGenerator<Item, void, undefined> {
  let cursor: string | undefined;
  do {
    const { items, page } = await ask({ limit, ...(cursor === undefined ? {} : { cursor }) });
    yield* items;
    cursor = page.hasMore ? (page.nextCursor ?? undefined) : undefined;
  } while (cursor !== undefined);
}

/** The messages of a chat behind `afterSeq` (0: from the beginning), the oldest first. */
export async function* messagesOf(
  api: Api,
  chatId: string,
  afterSeq = 0,
): AsyncGenerator<Message, void, undefined> {
  for (let after = afterSeq; ;) {
    const query = { afterSeq: after, limit: 100 };
    const { items } = await api.messages.list({ path: { id: chatId }, query });
    yield* items;
    const last = items.at(-1);
    if (!last) return;
    after = last.seq;
  }
}
