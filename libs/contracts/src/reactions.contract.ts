import * as z from 'zod/mini';
import { apiClass, defineApi, rpc } from './define-api.js';
import { Emoji } from './emoji.js';
import { MessageId } from './ids.js';
import { Message } from './message.js';

export const React = z.strictObject({
  messageId: MessageId,
  emoji: Emoji,
  /** False takes it back. */
  isOn: z.boolean(),
});
export type React = z.output<typeof React>;

export const reactionsContract = defineApi({
  react: rpc('reactions.react', React, Message),
});

/**
 * What members say to a message with one emoji. Throws `not_found`, `not_member`.
 *
 * - `react`: mine, or mine no longer; as it is already is success. Returns the message. Throws
 *   `forbidden` (read only, archived, a system message), `blocked`, `muted`, `gone` for a deleted
 *   message, `conflict {field: 'reactions'}` beyond 50 kinds or 1,000 reactions.
 */
export abstract class ReactionsApi extends apiClass(reactionsContract) {}
