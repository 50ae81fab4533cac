import * as z from 'zod/mini';
import { apiClass, defineApi, rpc } from './define-api.js';
import { ChatId, MessageId } from './ids.js';
import { Message } from './message.js';
import { PageQuery, pageOf } from './paging.js';

/** `isPinned` false takes it down. */
export const PinMessage = z.strictObject({ messageId: MessageId, isPinned: z.boolean() });
export type PinMessage = z.output<typeof PinMessage>;

export const ListPins = z.strictObject({ chatId: ChatId, ...PageQuery.shape });
export type ListPins = z.output<typeof ListPins>;

export const PinPage = pageOf(Message);
export type PinPage = z.output<typeof PinPage>;
z.globalRegistry.add(PinPage, { id: 'PinPage' });

export const pinsContract = defineApi({
  pin: rpc('pins.pin', PinMessage, Message),
  list: rpc('pins.list', ListPins, PinPage, { partitionBy: 'chatId' }),
});

/**
 * Messages that a chat keeps at hand. Throws `not_found`, `not_member`.
 *
 * - `pin`: for everybody; as it is already is success. Returns the message. Throws `forbidden` (the
 *   role, an archived chat, a system message), `gone` for a deleted message, `conflict {field:
 *   'pins'}` beyond 1,000 in a chat.
 * - `list`: what the actor may see of them, the newest message first.
 */
export abstract class PinsApi extends apiClass(pinsContract) {}
