import * as z from 'zod/mini';
import { apiClass, defineApi, rpc } from './define-api.js';
import { ChatId } from './ids.js';
import { Done } from './paging.js';
import { Mark, Seq } from './text.js';

/** My marks in one chat, and what they leave unread. All exact. */
export const ReadState = z.strictObject({
  chatId: ChatId,
  lastReadSeq: Mark,
  lastDeliveredSeq: Mark,
  unread: Mark,
  mentions: Mark,
});
export type ReadState = z.output<typeof ReadState>;
z.globalRegistry.add(ReadState, { id: 'ReadState' });

export const MarkRead = z.strictObject({ chatId: ChatId, seq: Mark });
export type MarkRead = z.output<typeof MarkRead>;

/** A message that somebody has deleted for themselves. */
export const HideSlot = z.strictObject({ chatId: ChatId, seq: Seq });
export type HideSlot = z.output<typeof HideSlot>;

/** The query string of `GET /api/chats/:id/hidden`. */
export const HiddenQuery = z.strictObject({
  after: z._default(z.coerce.number().check(z.int(), z.nonnegative(), z.maximum(2 ** 52)), 0),
});
export type HiddenQuery = z.output<typeof HiddenQuery>;

export const ListHidden = z.strictObject({ chatId: ChatId, ...HiddenQuery.shape });
export type ListHidden = z.output<typeof ListHidden>;

/**
 * What I have deleted for myself in a chat since the first `after` times, in that order; `hides`:
 * how often until now. Of more than 1,000 there are only the last, and `isWhole` is false: fetch
 * the chat anew.
 */
export const HiddenSlots = z.strictObject({
  seqs: z.array(Seq),
  hides: Mark,
  isWhole: z.boolean(),
});
export type HiddenSlots = z.output<typeof HiddenSlots>;
z.globalRegistry.add(HiddenSlots, { id: 'HiddenSlots' });

export const readsContract = defineApi({
  markRead: rpc('reads.markRead', MarkRead, ReadState, { partitionBy: 'chatId' }),
  markDelivered: rpc('reads.markDelivered', MarkRead, ReadState, { partitionBy: 'chatId' }),
  hide: rpc('reads.hide', HideSlot, Done, { partitionBy: 'chatId' }),
  hidden: rpc('reads.hidden', ListHidden, HiddenSlots),
});

/**
 * Read and delivered marks: they only rise, and never beyond the head. Others hear of them
 * (`message_read`, `message_delivered`) unless the person's settings forbid it; my own devices
 * always do (`read_state`).
 *
 * - `hide`: for the messages module, when somebody has deleted a message for themselves: it is no
 *   longer unread to them, and their devices hear of it (`message_hidden`). Again is success.
 * - `hidden`: what a device has missed of that.
 */
export abstract class ReadsApi extends apiClass(readsContract) {}
