import * as z from 'zod/mini';
import { count } from './text.js';

/** Where a page continues: made by the server, opaque to clients. Empty: from the beginning. */
export const Cursor = z.string().check(z.maxLength(512));
export type Cursor = z.output<typeof Cursor>;

/** `nextCursor` is null on the last page. */
export const PageInfo = z.strictObject({ nextCursor: z.nullable(Cursor), hasMore: z.boolean() });
export type PageInfo = z.output<typeof PageInfo>;
z.globalRegistry.add(PageInfo, { id: 'PageInfo' });

/** The query of every list that is paged by cursor. `limit`: 1 to 100, default 50. */
export const PageQuery = z.strictObject({
  cursor: z.optional(Cursor),
  limit: z._default(count(1, 100), 50),
});
export type PageQuery = z.output<typeof PageQuery>;

/** The one shape of every list: `{items, page}`. */
export const pageOf = <Item extends z.ZodMiniType>(item: Item) =>
  z.strictObject({ items: z.array(item), page: PageInfo });

/** An answer without content of its own: a port method always answers with an object. */
export const Done = z.strictObject({});
export type Done = z.output<typeof Done>;
