import * as z from 'zod/mini';
import { apiClass, defineApi, rpc } from './define-api.js';
import { ChatId } from './ids.js';
import { Mark } from './text.js';

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

export const readsContract = defineApi({
  markRead: rpc('reads.markRead', MarkRead, ReadState, { partitionBy: 'chatId' }),
  markDelivered: rpc('reads.markDelivered', MarkRead, ReadState, { partitionBy: 'chatId' }),
});

/**
 * Read and delivered marks: they only rise, and never beyond the head. Others hear of them
 * (`message_read`, `message_delivered`) unless the person's settings forbid it; my own devices
 * always do (`read_state`).
 */
export abstract class ReadsApi extends apiClass(readsContract) {}
